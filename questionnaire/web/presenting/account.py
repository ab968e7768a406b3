"""The words of the page « Mon compte »."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.journeys.linking import Ways
from questionnaire.storage.sessions import OpenSession
from questionnaire.web.presenting.providers import providers, ways_view
from questionnaire.web.screens import AccountView, Link, Notice, PasswordField, PasswordView, Post, SessionView

TITLE = "Mon compte"
NO_PROBLEM: Mapping[str, str] = {}
FIELDS = (
    ("current", "Mot de passe actuel", "current-password", ""),
    ("new", "Nouveau mot de passe", "new-password", "12\u00a0caractères au moins. Une phrase est un bon mot de passe."),
    ("again", "Nouveau mot de passe, encore une fois", "new-password", ""),
)
"""The form of the password: name, label, what the browser may fill it with, hint."""


def account_view(
    actor: Actor,
    ways: Ways,
    sessions: tuple[OpenSession, ...],
    here: str,
    problems: Mapping[str, str] = NO_PROBLEM,
) -> AccountView:
    """The page; ``here`` is the id of the session that asks for it, ``problems`` those of the password by field."""
    messages = [str(message) for message in get_flashed_messages()]
    zone = ZoneInfo(actor.organisation.timezone)
    return AccountView(
        title=TITLE,
        ways=ways_view(ways, actor).present,
        ways_link=Link("Changer les moyens de connexion", url_for("providers.ways")) if providers() else None,
        sessions=tuple(
            _session(session, zone, here=session.id == here)
            for session in sorted(sessions, key=lambda session: session.id != here)
        ),
        close_others=Post("Fermer toutes les autres", url_for("account.close_others")) if len(sessions) > 1 else None,
        password=_password(problems) if ways.password else None,
        notice=Notice(" ".join(messages), "ok") if messages else None,
    )


def _password(problems: Mapping[str, str]) -> PasswordView:
    fields = tuple(
        PasswordField(name, label, filling, hint, problems.get(name, "")) for name, label, filling, hint in FIELDS
    )
    return PasswordView(url_for("account.password"), fields, has_problems=bool(problems))


def _session(session: OpenSession, zone: ZoneInfo, *, here: bool) -> SessionView:
    since = f"Ouverte le {_moment(session.since, zone)}"
    if here:
        return SessionView(session.device, f"C’est la session que vous utilisez. {since}.")
    close = Post("Fermer cette session", url_for("account.close", session_id=session.id))
    return SessionView(session.device, f"{since}. Utilisée le {_moment(session.seen_at, zone)}.", close)


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y à %H:%M}"
