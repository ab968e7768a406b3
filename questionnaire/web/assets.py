"""Static files under addresses that change with their content, so that browsers may keep them for ever."""

from functools import cache
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, request

KEPT = "public, max-age=31536000, immutable"


def install(app: Flask) -> None:
    """Give templates ``asset('css/base.css')`` and let browsers keep what is asked for with its version."""
    folder = Path(app.static_folder or "")

    @cache
    def asset(filename: str) -> str:
        # In a sub-folder of a site, url_for would add the prefix of the request: the product serves at the root.
        version = sha256((folder / filename).read_bytes()).hexdigest()[:12]
        return f"{app.static_url_path}/{filename}?v={version}"

    app.add_template_global(asset, "asset")

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code == HTTPStatus.OK:
            response.headers["Cache-Control"] = KEPT
        return response
