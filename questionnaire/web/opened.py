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
from questionnaire.journeys.entering.idling import Idling
from questionnaire.storage.errors import StorageBusy
from questionnaire.storage.people import Recognised, load_actor, load_signed_in
from questionnaire.web import arriving, browser, computer
from questionnaire.web.desk import clock, desk
from questionnaire.web.extensions import db

KEY = "opened"
_RANDOM_BYTES = 32
UNATTENDED = "Unattended"
"""The header of what pages ask for by themselves, with nobody there."""

ALONE = frozenset({"sections.presence", "static"})
"""What nobody asks for by hand, whatever it says."""

UNTRACED = frozenset({"surveys.answer"})
"""What leaves no hour, not even that at which somebody who is signed in was there."""

_IDLING = "idling"


def install(app: Flask) -> None:
    """Open a session when somebody signs in, close it when they sign out, and write now and then that it is in use."""
    settings: Settings = app.config["SETTINGS"]
    own, shared = timedelta(minutes=settings.idle_minutes), timedelta(minutes=settings.shared_idle_minutes)
    app.extensions[_IDLING] = Idling(own, shared, timedelta(hours=settings.session_hours))
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
    if found is not None and idling().is_over(found, clock()):
        found = None
    if found is not None:
        desk().shelf.refresh(db.session(), found.stamp)
    g.here = found
    return found


def idling() -> Idling:
    """How long sessions stay open with nobody there."""
    found: Idling = current_app.extensions[_IDLING]
    return found


def here() -> Recognised:
    """The session of this browser, where somebody is signed in."""
    found: Recognised | None = g.get("here")
    return found or abort(403)


def is_shared() -> bool:
    """Whether the session of this browser is open on a shared computer."""
    found: Recognised | None = g.get("here")
    return found is not None and found.shared


def limit() -> timedelta:
    """How long the session of this browser stays open with nobody there."""
    return idling().limit(shared=is_shared())


def left() -> timedelta:
    """How long it stays open still, if nothing more is done."""
    return idling().left(here(), clock())


def just_seen() -> None:
    """It was just written that the session is in use."""
    g.here = replace(here(), seen_at=clock())


def session_id() -> str:
    """The id of the session of this browser, where somebody is signed in."""
    return here().session_id


def prove(*, strong: bool) -> None:
    """Keep that the person of this session has just shown who they are; ``strong``: by what stands for two factors."""
    proving.prove(desk(), session_id(), strong=strong)
    found = here()
    g.here = replace(found, proved_at=clock(), strong=found.strong or strong)


def is_fresh() -> bool:
    """Whether the person of this session has shown lately who they are, by the settings."""
    settings: Settings = current_app.config["SETTINGS"]
    found: Recognised | None = g.get("here")
    if found is None or found.proved_at is None:
        return False
    return clock() - found.proved_at <= timedelta(minutes=settings.fresh_minutes)


def is_strong() -> bool:
    """Whether the person of this session has shown two factors."""
    found: Recognised | None = g.get("here")
    return found is not None and found.strong


def must_choose_password() -> bool:
    """Whether a password that somebody else knows opens the account of who is here."""
    found: Recognised | None = g.get("here")
    return found is not None and found.password_until is not None and clock() <= found.password_until


def was_closed() -> bool:
    """Whether this browser had a session that is closed now; told once."""
    return session.pop(KEY, None) is not None


def _begin(_app: Flask, user: object, **_: object) -> None:
    _end(_app)
    session[KEY] = secrets.token_urlsafe(_RANDOM_BYTES)
    account_id: int = user.id  # type: ignore[attr-defined]  # an account
    manner = staying.Manner(idling(), strong=arriving.is_strong(), shared=_is_shared_here(account_id))
    staying.begin(desk(), account_id, session[KEY], browser.here(), manner)
    browser.remember()


def _is_shared_here(account_id: int) -> bool:
    """As somebody said in this browser; else as the establishment of who signs in has it."""
    actor = load_actor(db.session(), account_id)
    by_default = bool(actor and actor.organisation.profile.settings.shared_computers)
    return computer.is_shared(by_default=by_default)


def _end(_app: Flask, **_: object) -> None:
    if secret := session.pop(KEY, None):
        staying.end(desk(), secret)


def _look(response: Response) -> Response:
    """After the view, whose reading is over; that others write too long must not spoil its answer."""
    if (
        request.endpoint in ALONE | UNTRACED
        or UNATTENDED in request.headers
        or request.blueprint == "security"
        or response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
    ):
        return response
    found: Recognised | None = g.get("here")
    if found is not None and staying.is_news(found.seen_at, clock()):
        with suppress(StorageBusy):
            staying.still_here(desk(), found)
    return response
