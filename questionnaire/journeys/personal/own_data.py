"""A person's right to all that is kept of them: told in words, given as a file, asked for as a paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.access import Actor, Perimeter
from questionnaire.access.deeds import DeedKind
from questionnaire.content.own_data import OwnData, as_json
from questionnaire.content.own_words import Periods, Subject, subjects
from questionnaire.journeys import auditing
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import load_to_touch
from questionnaire.journeys.auditing import Subject as Noted
from questionnaire.journeys.auditing import note, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering import browsers
from questionnaire.journeys.letters import mailing
from questionnaire.journeys.teamwork import inviting
from questionnaire.lifecycle import Keeping
from questionnaire.organisations import Organisation
from questionnaire.spec.model import BLIND
from questionnaire.spec.values import Json
from questionnaire.storage import own, people
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing

COPY_DAYS = 7
"""How long a paper copy waits to be downloaded."""

HAS_ACCOUNT = (
    "Cette personne a un compte\u00a0: elle prend ses données elle-même, sur la page «\u00a0Mon compte\u00a0»."
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of somebody, and the words on it."""

    data: OwnData
    about: tuple[Subject, ...]


def periods(organisation: Organisation, default: Keeping) -> Periods:
    """How long things are kept in an organisation; ``default`` is how long drafts are where it says nothing."""
    keeping = organisation.profile.settings.keeping(default)
    return Periods(
        draft_notice_months=keeping.notice,
        draft_months=keeping.life,
        letter_days=mailing.KEPT.days,
        audit_days=auditing.KEPT.days,
        browser_days=browsers.KNOWN_FOR.days,
        invitation_days=inviting.LASTING.days,
        copy_days=COPY_DAYS,
    )


def mine(desk: Desk, actor: Actor, default: Keeping) -> Told:
    """What is kept of the actor, to be shown to them."""
    with reading(desk.session):
        data = gather(desk, own_places(actor), actor.person.id, blind=True)
    return Told(data, subjects(periods(actor.organisation, default)))


def take_mine(desk: Desk, actor: Actor) -> str:
    """The file of the actor's data, noted in the audit log before it is read."""
    note(desk, actor, DeedKind.OWN_DATA_TAKEN, Noted(actor.organisation.id, actor.person.id, actor.person.name))
    with reading(desk.session):
        return as_json(gather(desk, own_places(actor), actor.person.id, blind=True))


def take_for(desk: Desk, actor: Actor | None, person_id: str) -> str:
    """The file of somebody who has no account, for them; ``actor`` is None for the operator, who may for all.

    Raises NotAccepted, NotFound and Forbidden. Noted in the audit log before it is read.
    """
    with writing(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        if actor is not None and record.active is not None:
            raise NotAccepted({"account": HAS_ACCOUNT})
        about = Noted(record.organisation_id, person_id, record.person.name)
        if actor is None:
            note_of_machine(desk, perimeter, DeedKind.OWN_DATA_TAKEN, about)
        else:
            note(desk, actor, DeedKind.OWN_DATA_TAKEN, about)
    with reading(desk.session) as session:
        return as_json(gather(desk, perimeter if actor else whole_perimeter(session), person_id))


def own_places(actor: Actor) -> Perimeter:
    """Where the actor's own data are looked for: a person without any role has an organisation too."""
    return Perimeter(actor.perimeter.organisations | {actor.organisation.id})


def gather(desk: Desk, perimeter: Perimeter, person_id: str, *, blind: bool = False) -> OwnData:
    """All that is kept of a person in a perimeter, in the transaction in course; raises NotFound.

    With ``blind``, answers that were given blind too: for the person's own eyes, never for a file that stays here.
    """
    session = desk.session
    person = people.get_person(session, perimeter, person_id)
    parts = own.read(session, perimeter, person_id)
    place = str(parts["identity"][0]["organisation"])
    if not blind:
        parts |= {name: tuple(row for row in parts[name] if not _is_blind(desk, row)) for name in own.OPENED}
    return OwnData(person.id, person.name, place, desk.clock(), parts)


def _is_blind(desk: Desk, row: Mapping[str, Json]) -> bool:
    """Whether a row is part of a document that is answered blind."""
    digest = row.get("form_digest")
    return isinstance(digest, str) and desk.shelf.version(desk.session, digest).privacy == BLIND
