"""The words of the page « Mon compte »."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.journeys.linking import Ways
from questionnaire.storage.sessions import OpenSession
from questionnaire.web.presenting.providers import providers, ways_view
from questionnaire.web.screens import AccountView, Link, Notice, Post, SessionView

TITLE = "Mon compte"


def account_view(actor: Actor, ways: Ways, sessions: tuple[OpenSession, ...], here: str) -> AccountView:
    """The page; ``here`` is the id of the session that asks for it."""
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
        notice=Notice(" ".join(messages), "ok") if messages else None,
    )


def _session(session: OpenSession, zone: ZoneInfo, *, here: bool) -> SessionView:
    since = f"Ouverte le {_moment(session.since, zone)}"
    if here:
        return SessionView(session.device, f"C’est la session que vous utilisez. {since}.")
    close = Post("Fermer cette session", url_for("account.close", session_id=session.id))
    return SessionView(session.device, f"{since}. Utilisée le {_moment(session.seen_at, zone)}.", close)


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y à %H:%M}"
