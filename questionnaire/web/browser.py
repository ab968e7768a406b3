"""The cookie by which this browser is known again: random, kept from scripts, without use but at sign-in."""

import secrets

import flask
from flask import Flask, current_app, g, request
from werkzeug.wrappers import Response

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


def cookie_name(name: str) -> str:
    """Under https, a name that only a secure cookie of this whole site may have."""
    return f"__Host-{name}" if current_app.config["SESSION_COOKIE_SECURE"] else name


def give_cookie(response: Response, name: str, value: str, seconds: int) -> None:
    """Give the browser a cookie that no script reads and no other site brings."""
    response.set_cookie(
        cookie_name(name),
        value,
        max_age=seconds,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",
    )


def _brought() -> str:
    brought = request.cookies.get(cookie_name(COOKIE), "")
    return brought if brought.isascii() and len(brought) <= LONGEST else ""


def _keep(response: flask.Response) -> flask.Response:
    if g.get("browser_kept"):
        give_cookie(response, COOKIE, here().secret, int(KNOWN_FOR.total_seconds()))
    return response
