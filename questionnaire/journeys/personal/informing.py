"""Telling people whom somebody else entered: a letter once, a page that shows what is held, and what they ask by it.

The secret of that page is kept nowhere but in its letter, until that is sent; the page lasts a year.
"""

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.access import Actor, Organisation, Perimeter, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.content.notice import BASIS, HELD, REQUESTS, Point, notice, origin
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, post, privacy_of
from questionnaire.lifecycle.expiry import months_after
from questionnaire.storage import notices, organisations, persons, projects
from questionnaire.storage.notices import Entered
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.persons import PersonRecord
from questionnaire.storage.recipients import Recipient, holders
from questionnaire.storage.transaction import reading, writing

SECRET_BYTES = 24
LASTING = timedelta(days=365)
"""How long the page of a person opens."""

LONGEST_REQUEST = 2000


class BadRequest(QuestionnaireError):
    """What was asked says nothing that can be done; the message says what is expected."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told: who they are here, what is held, and the points of the notice."""

    entered: Entered
    record: PersonRecord
    organisation: Organisation
    teams: tuple[str, ...]
    points: tuple[Point, ...] = field(repr=False)


def entered(desk: Desk, actor: Actor | None, perimeter: Perimeter, organisation_id: str, person_id: str) -> None:
    """Record that somebody was entered by another one, in the writing in course."""
    roles = [each.role for each in actor.memberships if organisation_id in each.reach] if actor else []
    by = next((role for role in (Role.ADMIN, Role.REFERENT_PARTENARIAT) if role in roles), next(iter(roles), ""))
    notices.add(desk.session, perimeter, Entered(person_id, organisation_id, desk.clock(), str(by)))


def inform(desk: Desk) -> None:
    """Write to those who were entered and not told yet, and take over what became of the letters."""
    with reading(desk.session) as session:
        waiting = notices.to_tell(session, whole_perimeter(session))
    for each in waiting:
        with writing(desk.session) as session:
            inform_one(desk, whole_perimeter(session), each.person_id)
    with writing(desk.session) as session:
        notices.follow(session, whole_perimeter(session))


def inform_one(desk: Desk, perimeter: Perimeter, person_id: str) -> None:
    """Write to one of them, in the writing in course; nothing for who came by themselves, was told, has no address."""
    found = notices.find(desk.session, perimeter, person_id)
    if found is None or found.posted_at or found.informed_at or not found.email:
        return
    place = organisations.record(desk.session, perimeter, found.organisation_id).organisation
    secret, key, now = secrets.token_urlsafe(SECRET_BYTES), f"data_notice/{person_id}", desk.clock()
    if not notices.posted(desk.session, perimeter, person_id, key, _digest(secret), now):
        return
    facts = {
        "origin": origin(found.entered_as, _day(place, found)),
        "held": HELD,
        "basis": BASIS,
        "privacy": privacy_of(desk, place),
        "secret": secret,
    }
    post(
        desk,
        perimeter,
        place,
        Recipient(found.email, found.name, person_id),
        News("data_notice", key, facts, now + LASTING),
    )
    subject = Subject(found.organisation_id, person_id, found.name)
    note_of_machine(desk, perimeter, DeedKind.INFORMED, subject, moyen="courriel")


def look(desk: Desk, secret: str) -> Told:
    """What is held of the person whose page it is; raises NotFound."""
    with reading(desk.session) as session:
        found = notices.of_secret(session, _digest(secret), desk.clock() - LASTING)
        return told_of(desk, whole_perimeter(session), found)


def told_of(desk: Desk, perimeter: Perimeter, found: Entered) -> Told:
    """The same of somebody found, in the transaction in course."""
    session = desk.session
    place = organisations.record(session, perimeter, found.organisation_id).organisation
    return Told(
        entered=found,
        record=persons.get(session, perimeter, found.person_id),
        organisation=place,
        teams=tuple(each.title for each in projects.of_person(session, perimeter, found.person_id)),
        points=notice(place.house.name, privacy_of(desk, place), found.entered_as, _day(place, found)),
    )


def ask(desk: Desk, secret: str, request: str, text: str) -> None:
    """Ask for what the page offers; those who answer for data are written to. Raises NotFound, BadRequest."""
    words = text.strip()
    if request not in REQUESTS:
        raise BadRequest("Choisissez ce que vous demandez.")
    if len(words) > LONGEST_REQUEST:
        raise BadRequest(f"Écrivez {LONGEST_REQUEST} caractères au plus.")
    now = desk.clock()
    with writing(desk.session) as session:
        perimeter = whole_perimeter(session)
        found = notices.of_secret(session, _digest(secret), now - LASTING)
        if found.request:
            return  # the first stands until it is answered
        notices.ask(session, perimeter, found.person_id, request, words, now)
        place = organisations.record(session, perimeter, found.organisation_id).organisation
        until = months_after(now, 1).astimezone(ZoneInfo(place.timezone))
        facts = {"person": found.name, "request": REQUESTS[request].lower(), "until": f"{until:%d/%m/%Y}"}
        for to in _answering(desk, place):
            key = f"data_request/{found.person_id}/{now.isoformat()}/{to.address}"
            post(desk, perimeter, place, to, News("data_request", key, facts))
        subject = Subject(found.organisation_id, found.person_id, found.name)
        note_of_machine(desk, perimeter, DeedKind.DATA_REQUESTED, subject, demande=REQUESTS[request])


def _answering(desk: Desk, place: Organisation) -> tuple[Recipient, ...]:
    """Who answers for personal data in an organisation, else those who administer it."""
    contact = place.profile.privacy
    if contact is not None and contact.email:
        return (Recipient(contact.email, contact.name),)
    above = [id_ for id_ in dict.fromkeys((place.id, place.house.id, place.house.parent_id)) if id_]
    return holders(desk.session, above, Role.ADMIN)


def _day(place: Organisation, found: Entered) -> str:
    return f"{found.entered_at.astimezone(ZoneInfo(place.timezone)):%d/%m/%Y}"


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
