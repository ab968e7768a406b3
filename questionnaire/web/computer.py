"""The computer of this browser: shared by several people, or somebody's own. Said once, kept by the browser."""

from flask import request
from werkzeug.wrappers import Response

from questionnaire.web import browser

COOKIE = "computer"
SHARED, OWN = "shared", "own"
LASTING = 365 * 24 * 3600
"""Seconds: what is said of a computer is asked again after a year without use."""


def said() -> bool | None:
    """Whether this computer is shared, as somebody said here; None where nobody did."""
    return {SHARED: True, OWN: False}.get(request.cookies.get(browser.cookie_name(COOKIE), ""))


def is_shared(*, by_default: bool) -> bool:
    """Whether this computer is shared; ``by_default`` tells where nobody said."""
    found = said()
    return by_default if found is None else found


def keep(response: Response, *, shared: bool) -> None:
    """Let the browser remember what was just said."""
    browser.give_cookie(response, COOKIE, SHARED if shared else OWN, LASTING)
