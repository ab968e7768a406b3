"""The session of this browser: the secret that its cookie carries, and the row that keeps it open."""

import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

from flask import Flask, Response, abort, current_app, g, request, session
from flask_login import user_logged_in, user_logged_out

from questionnaire.config import Settings
from questionnaire.journeys.entering import proving, staying
from questionnaire.storage.errors import StorageBusy
from questionnaire.storage.people import Recognised, load_signed_in
from questionnaire.web import arriving, browser
from questionnaire.web.desk import clock, desk
from questionnaire.web.extensions import db

KEY = "opened"
_RANDOM_BYTES = 32
UNATTENDED = frozenset({"sections.presence", "static"})
"""What pages ask for by themselves, with nobody there."""


def install(app: Flask) -> None:
    """Open a session when somebody signs in, close it when they sign out, and write now and then that it is in use."""
    user_logged_in.connect(_begin, app)
    user_logged_out.connect(_end, app)
    app.after_request(_look)
    browser.install(app)


def recognise(unique: str) -> Recognised | None:
    """Who is at this browser, for the account that its cookie names; None once its session is closed."""
    secret = session.get(KEY)
    if not isinstance(secret, str):
        return None
    found = load_signed_in(db.session(), unique, staying.digest_of(secret))
    g.here = found
    return found


def session_id() -> str:
    """The id of the session of this browser, where somebody is signed in."""
    here: Recognised | None = g.get("here")
    return here.session_id if here else abort(403)


def prove(*, strong: bool) -> None:
    """Keep that the person of this session has just shown who they are; ``strong``: by what stands for two factors."""
    proving.prove(desk(), session_id(), strong=strong)
    here: Recognised = g.here
    g.here = replace(here, proved_at=clock(), strong=here.strong or strong)


def is_fresh() -> bool:
    """Whether the person of this session has shown lately who they are, by the settings."""
    settings: Settings = current_app.config["SETTINGS"]
    here: Recognised | None = g.get("here")
    if here is None or here.proved_at is None:
        return False
    return clock() - here.proved_at <= timedelta(minutes=settings.fresh_minutes)


def is_strong() -> bool:
    """Whether the person of this session has shown two factors."""
    here: Recognised | None = g.get("here")
    return here is not None and here.strong


def was_closed() -> bool:
    """Whether this browser had a session that is closed now; told once."""
    return session.pop(KEY, None) is not None


def _begin(_app: Flask, user: object, **_: object) -> None:
    _end(_app)
    session[KEY] = secrets.token_urlsafe(_RANDOM_BYTES)
    account_id: int = user.id  # type: ignore[attr-defined]  # an account
    staying.begin(desk(), account_id, session[KEY], browser.here(), strong=arriving.is_strong())
    browser.remember()


def _end(_app: Flask, **_: object) -> None:
    if secret := session.pop(KEY, None):
        staying.end(desk(), secret)


def _look(response: Response) -> Response:
    """After the view, whose reading is over; that others write too long must not spoil its answer."""
    if (
        request.endpoint in UNATTENDED
        or request.blueprint == "security"
        or response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
    ):
        return response
    here: Recognised | None = g.get("here")
    if here is not None and staying.is_news(here.seen_at, clock()):
        with suppress(StorageBusy):
            staying.still_here(desk(), here)
    return response
