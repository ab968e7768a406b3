"""Signing in and out, noted in the audit log."""

from flask import Flask
from flask_login import user_logged_in, user_logged_out

from questionnaire.access import Actor
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.auditing import Subject, note
from questionnaire.storage.people import load_actor
from questionnaire.web import desk
from questionnaire.web.extensions import db


def install(app: Flask) -> None:
    """Listen to what Flask-Login says."""
    user_logged_in.connect(_signed_in, app)
    user_logged_out.connect(_signed_out, app)


def _signed_in(_app: Flask, user: object, **_more: object) -> None:
    _note(user, DeedKind.SIGNED_IN)


def _signed_out(_app: Flask, user: object, **_more: object) -> None:
    _note(user, DeedKind.SIGNED_OUT)


def _note(user: object, kind: DeedKind) -> None:
    actor = _actor(user)
    if actor is not None:
        note(desk.desk(), actor, kind, Subject(actor.organisation.id))


def _actor(user: object) -> Actor | None:
    """The actor behind an account: known to a session, looked up for one that begins."""
    actor = getattr(user, "actor", None)
    account_id = getattr(user, "id", None)
    if isinstance(actor, Actor):
        return actor
    return load_actor(db.session(), account_id) if isinstance(account_id, int) else None
