"""Staying signed in: sessions begun, seen now and then, listed and closed by their person; a new password."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.access import Actor, Perimeter
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.browsers import Browser, meet
from questionnaire.journeys.entering.idling import LOOK, Idling
from questionnaire.journeys.entering.linking import LAST_WAY, CannotLink, WaysHere, can_do_without
from questionnaire.journeys.letters.posting import News, post_to_people
from questionnaire.storage import accounts, people, sessions
from questionnaire.storage.ids import new_id
from questionnaire.storage.people import Recognised
from questionnaire.storage.sessions import OpenSession
from questionnaire.storage.transaction import reading, writing


def digest_of(secret: str) -> str:
    """What is stored of the secret in a session's cookie."""
    return sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a session opens: by two factors where it is ``strong``, on a computer that others use where it is ``shared``.

    ``idling`` tells which of the account's sessions have been left for too long.
    """

    idling: Idling
    strong: bool = False
    shared: bool = False


def begin(desk: Desk, account_id: int, secret: str, browser: Browser, manner: Manner) -> None:
    """Open the session whose cookie carries ``secret``, in a browser that its account knows from now on."""
    now = desk.clock()
    with writing(desk.session) as session:
        for shared in (True, False):
            sessions.forget(session, account_id, now - LOOK - manner.idling.limit(shared=shared), shared=shared)
        new = OpenSession(new_id(), now, now, browser.device, manner.shared)
        sessions.begin(session, account_id, digest_of(secret), new, strong=manner.strong)
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


def share(desk: Desk, signed_in: Recognised, *, shared: bool) -> None:
    """Keep whether other people use the computer of a session too."""
    with writing(desk.session) as session:
        sessions.share(session, signed_in.session_id, shared=shared)
        sessions.seen(session, signed_in.session_id, desk.clock())


def open_sessions(desk: Desk, actor: Actor, idling: Idling) -> tuple[OpenSession, ...]:
    """The actor's sessions, the last one used first, without those that were left for too long."""
    now = desk.clock()
    with reading(desk.session) as session:
        found = sessions.of_account(session, actor.account_id)
    return tuple(each for each in found if not idling.is_over(each, now))


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
    _put_password(desk, actor, session_id, new_hash, DeedKind.PASSWORD_CHANGED)


def remove_password(desk: Desk, actor: Actor, session_id: str, ways: WaysHere) -> None:
    """Let no password open the actor's account any more, and close their sessions but one; they are told by mail.

    Raises CannotLink where nothing else opens it.
    """
    if not can_do_without(desk, actor, ways):
        raise CannotLink(LAST_WAY)
    _put_password(desk, actor, session_id, "", DeedKind.PASSWORD_REMOVED)


def _put_password(desk: Desk, actor: Actor, session_id: str, new_hash: str, deed: DeedKind) -> None:
    with writing(desk.session) as session:
        accounts.change_password(session, actor.account_id, new_hash)
        sessions.close_others(session, actor.account_id, session_id)
        note(desk, actor, deed, own(actor))
        perimeter = Perimeter(actor.perimeter.organisations | {actor.organisation.id})
        when = f"le {desk.clock().astimezone(ZoneInfo(actor.organisation.timezone)):%d/%m/%Y à %H:%M}"
        news = News(str(deed), f"{deed}/{new_id()}", {"when": when})
        post_to_people(desk, perimeter, actor.organisation, [actor.person.id], news)


def own(actor: Actor) -> Subject:
    """One's own account, as the audit log calls it."""
    return Subject(actor.organisation.id, actor.person.id, actor.person.name)
