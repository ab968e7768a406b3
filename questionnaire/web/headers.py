"""The headers of every answer: what the browser may load, and what it may keep."""

from http import HTTPStatus

from flask import Flask, Response, request

CONTENT_POLICY = (
    "default-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'"
)
LOOKS = frozenset({"looks.sheet", "looks.logo"})
"""What browsers may keep beside static files: it tells nothing of anybody, and its address changes with it."""
_FIXED = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def install(app: Flask, *, lasting: bool) -> None:
    """Set the headers after every request. What is not the same for all is never kept: computers are shared.

    ``lasting``: visitors come by https, and browsers shall come no other way from now on.
    """

    @app.after_request
    def set_headers(response: Response) -> Response:
        given = {name.lower() for name, _ in response.headers}
        response.headers.extend([(name, value) for name, value in _FIXED.items() if name.lower() not in given])
        if request.endpoint != "static" and not (request.endpoint in LOOKS and response.status_code == HTTPStatus.OK):
            response.headers["Cache-Control"] = "no-store"
            response.vary.add("HX-Request")
        if lasting:
            response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        return response
