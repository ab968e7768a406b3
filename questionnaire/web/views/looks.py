"""How organisations look: the style sheet of a colour, and the file of a logo; their addresses tell what they hold."""

import re

from flask import Blueprint, Response, abort, make_response

from questionnaire.journeys.papers.emblems import LOGOS
from questionnaire.organisations.looks import COMFORTABLE, DARK_GROUND, colour_fault, readable
from questionnaire.storage.errors import BlobMissing
from questionnaire.web import desk

views = Blueprint("looks", __name__, url_prefix="/apparence")

FOR_EVER = "public, max-age=31536000, immutable"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHEET = """:root {{ --accent: {light}; --accent-bar: 4px; }}
@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}
@media (prefers-contrast: more) {{ :root {{ --accent: #000; }} }}
"""


@views.get("/couleur-<colour>.css")
def sheet(colour: str) -> Response:
    """The style sheet of a colour: it depends on nothing else. Only colours that can be read have one."""
    accent = f"#{colour}"
    if colour_fault(accent):
        abort(404)
    text = _SHEET.format(light=accent, dark=readable(accent, DARK_GROUND, COMFORTABLE))
    return _kept(text.encode(), "text/css; charset=utf-8")


@views.get("/logos/<sha256>.png")
def logo(sha256: str) -> Response:
    """A logo, to whoever was shown where it is."""
    if not _SHA256.fullmatch(sha256):
        abort(404)
    try:
        return _kept(desk.blobs().get(LOGOS, sha256), "image/png")
    except BlobMissing:
        abort(404)


def _kept(data: bytes, media_type: str) -> Response:
    response = make_response(data)
    response.headers["Content-Type"] = media_type
    response.headers["Cache-Control"] = FOR_EVER
    return response
