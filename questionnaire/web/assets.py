"""Static files under addresses that change with their content, so that browsers may keep them for ever."""

from functools import cache
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, request
from markupsafe import Markup

KEPT = "public, max-age=31536000, immutable"


def install(app: Flask) -> None:
    """Give templates ``asset('css/base.css')`` and ``icon('saved')``; let browsers keep what has its version."""
    folder = Path(app.static_folder or "")

    @cache
    def asset(filename: str) -> str:
        # In a sub-folder of a site, url_for would add the prefix of the request: the product serves at the root.
        version = sha256((folder / filename).read_bytes()).hexdigest()[:12]
        return f"{app.static_url_path}/{filename}?v={version}"

    @cache
    def icon(name: str) -> Markup:
        """A drawing of the sprite, hidden from assistive technology: the word beside it says the same.

        A page has some twenty, of which a macro would escape and join each anew.
        """
        drawn = Markup('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>')
        return drawn.format(asset("img/icons.svg"), name)

    app.add_template_global(asset, "asset")
    app.add_template_global(icon, "icon")

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code == HTTPStatus.OK:
            response.headers["Cache-Control"] = KEPT
        return response
