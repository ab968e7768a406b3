"""Staying signed in: sessions begun, seen now and then, listed and closed by their person; a new password."""

from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.access import Actor, Perimeter
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.browsers import Browser, meet
from questionnaire.journeys.letters.posting import News, post_to_people
from questionnaire.storage import accounts, people, sessions
from questionnaire.storage.ids import new_id
from questionnaire.storage.people import Recognised
from questionnaire.storage.sessions import OpenSession
from questionnaire.storage.transaction import reading, writing

LOOK = timedelta(minutes=5)
"""How often it is written that a session is in use."""

FORGOTTEN = timedelta(days=30)
"""A session left alone for as long is closed when its person next signs in."""


def digest_of(secret: str) -> str:
    """What is stored of the secret in a session's cookie."""
    return sha256(secret.encode()).hexdigest()


def begin(desk: Desk, account_id: int, secret: str, browser: Browser, *, strong: bool = False) -> None:
    """Open the session whose cookie carries ``secret``, in a browser that its account knows from now on.

    ``strong``: the person was recognised by two factors.
    """
    now = desk.clock()
    with writing(desk.session) as session:
        sessions.forget(session, account_id, now - FORGOTTEN)
        new = OpenSession(new_id(), now, now, browser.device)
        sessions.begin(session, account_id, digest_of(secret), new, strong=strong)
        meet(desk, account_id, browser)


def end(desk: Desk, secret: str) -> None:
    """Close the session whose cookie carries ``secret``."""
    with writing(desk.session) as session:
        sessions.end(session, digest_of(secret))


def is_news(seen_at: datetime, now: datetime) -> bool:
    """Whether it is worth writing that a session is still in use."""
    return now - seen_at >= LOOK


def still_here(desk: Desk, signed_in: Recognised) -> None:
    """Write that a session is in use."""
    with writing(desk.session) as session:
        sessions.seen(session, signed_in.session_id, desk.clock())


def open_sessions(desk: Desk, actor: Actor) -> tuple[OpenSession, ...]:
    """The actor's sessions, the last one used first."""
    with reading(desk.session) as session:
        return sessions.of_account(session, actor.account_id)


def close(desk: Desk, actor: Actor, session_id: str) -> None:
    """Close one of the actor's sessions; nothing when it is closed already."""
    with writing(desk.session) as session:
        if sessions.close(session, actor.account_id, session_id):
            note(desk, actor, DeedKind.SESSION_CLOSED, own(actor))


def close_others(desk: Desk, actor: Actor, session_id: str) -> None:
    """Close all the actor's sessions but one."""
    with writing(desk.session) as session:
        sessions.close_others(session, actor.account_id, session_id)
        note(desk, actor, DeedKind.SESSION_CLOSED, own(actor))


def password_hash(desk: Desk, actor: Actor) -> str:
    """The hash of the actor's password; empty when no password opens their account."""
    with reading(desk.session) as session:
        return accounts.password_of(session, actor.account_id)


def known_of(desk: Desk, actor: Actor) -> tuple[str, ...]:
    """What strangers may know of the actor, of which no good password is made: names, address, organisation."""
    with reading(desk.session) as session:
        address = people.email_of(session, Perimeter(frozenset({actor.organisation.id})), actor.person.id)
    person, place = actor.person, actor.organisation
    return person.first_name, person.last_name, person.name, address, place.name, place.full_name


def change_password(desk: Desk, actor: Actor, session_id: str, new_hash: str) -> None:
    """Let another password open the actor's account, and close their sessions but one: others may know the old one.

    They are told by mail, in case it was not them.
    """
    with writing(desk.session) as session:
        accounts.change_password(session, actor.account_id, new_hash)
        sessions.close_others(session, actor.account_id, session_id)
        note(desk, actor, DeedKind.PASSWORD_CHANGED, own(actor))
        perimeter = Perimeter(actor.perimeter.organisations | {actor.organisation.id})
        when = f"le {desk.clock().astimezone(ZoneInfo(actor.organisation.timezone)):%d/%m/%Y à %H:%M}"
        news = News("password_changed", f"password_changed/{new_id()}", {"when": when})
        post_to_people(desk, perimeter, actor.organisation, [actor.person.id], news)


def own(actor: Actor) -> Subject:
    """One's own account, as the audit log calls it."""
    return Subject(actor.organisation.id, actor.person.id, actor.person.name)
