"""The cookie by which this browser is known again: random, kept from scripts, without use but at sign-in."""

import secrets

from flask import Flask, Response, current_app, g, request

from questionnaire.journeys.entering.browsers import KNOWN_FOR, Browser
from questionnaire.web.devices import device_of

COOKIE = "browser"
LONGEST = 100
_RANDOM_BYTES = 32


def install(app: Flask) -> None:
    """Give its cookie to a browser in which somebody signs in."""
    app.after_request(_keep)


def here() -> Browser:
    """This browser, known or not."""
    if "browser" not in g:
        g.browser = Browser(_brought() or secrets.token_urlsafe(_RANDOM_BYTES), device_of(request.user_agent.string))
    found: Browser = g.browser
    return found


def remember() -> None:
    """Give this browser its cookie, or give it again for as long."""
    here()
    g.browser_kept = True


def _name() -> str:
    """Under https, a name that only a secure cookie of this whole site may have."""
    return f"__Host-{COOKIE}" if current_app.config["SESSION_COOKIE_SECURE"] else COOKIE


def _brought() -> str:
    brought = request.cookies.get(_name(), "")
    return brought if brought.isascii() and len(brought) <= LONGEST else ""


def _keep(response: Response) -> Response:
    if g.get("browser_kept"):
        response.set_cookie(
            _name(),
            here().secret,
            max_age=KNOWN_FOR,
            secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
            httponly=True,
            samesite="Lax",
        )
    return response
