"""Erasing a person: shown first, then done; what was signed stays, and the chains go on verifying."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.access import Actor, Forbidden, Perimeter, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.access.managing import grantable
from questionnaire.access.matrix import ROWS, Drafts
from questionnaire.content.fates import Fate, fate_of
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import load_to_touch
from questionnaire.journeys.auditing import Subject, note, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.personal.own_copies import forget_files
from questionnaire.storage import drafts, erasing, merging, own, scrubbing
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.persons import PersonRecord
from questionnaire.storage.scrubbing import Names
from questionnaire.storage.transaction import reading, writing

OWN_SELF = "Vous ne pouvez pas vous effacer vous-même\u00a0: un autre administrateur le peut."
NOT_ADMIN = "Une personne est effacée par un administrateur."
ERASED = "Personne effacée"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing somebody would do: numbers of rows by part, by what becomes of them.

    ``leads`` are projects that would be without a porteur: they must be handed over first. ``shared_name`` tells that
    another person has the same name: texts that others wrote are then left alone.
    """

    record: PersonRecord
    parts: Mapping[Fate, Mapping[str, int]]
    leads: tuple[str, ...]
    shared_name: bool


def preview(desk: Desk, actor: Actor | None, person_id: str) -> Erasure:
    """What would be done, and nothing is; raises NotAccepted, NotFound and Forbidden."""
    with reading(desk.session):
        return _planned(desk, actor, person_id)[1]


def erase(desk: Desk, actor: Actor | None, person_id: str, blobs: Blobs) -> Erasure:
    """Erase somebody; raises NotAccepted, NotFound and Forbidden. Noted in the audit log, without their name."""
    with writing(desk.session) as session:
        perimeter, found = _planned(desk, actor, person_id)
        if found.leads:
            raise NotAccepted({"leads": "Transmettez d’abord ses projets à une autre personne."})
        names = erasing.names_of(session, perimeter, person_id, found.record.email)
        for draft_id, digest in erasing.begun(session, perimeter, person_id):
            if ROWS[desk.shelf.version(session, digest).access].drafts is Drafts.AUTHOR:
                drafts.delete(session, perimeter, draft_id)
        for former in merging.merged_into(session, person_id):
            _erase(desk, perimeter, former, erasing.names_of(session, perimeter, former, ""))
        _erase(desk, perimeter, person_id, names)
        about = Subject(found.record.organisation_id, "", ERASED)
        if actor is None:
            note_of_machine(desk, perimeter, DeedKind.PERSON_ERASED, about)
        else:
            note(desk, actor, DeedKind.PERSON_ERASED, about)
    forget_files(blobs, person_id)
    return found


def _erase(desk: Desk, perimeter: Perimeter, person_id: str, names: Names) -> None:
    """Erase one record; those that were merged into it are records of the same person."""
    erasing.erase(desk.session, perimeter, person_id, names)
    scrubbing.scrub(desk.session, perimeter, names)


def _planned(desk: Desk, actor: Actor | None, person_id: str) -> tuple[Perimeter, Erasure]:
    session = desk.session
    _, record = load_to_touch(session, actor, person_id)
    if actor is not None:
        if actor.person.id == person_id:
            raise NotAccepted({"person": OWN_SELF})
        if Role.ADMIN not in grantable(actor, record.organisation_id):
            raise Forbidden(NOT_ADMIN)
    # A person is erased wherever they are known: half of it would be none. Elsewhere the same name is another's.
    perimeter = erasing.places_of(session, person_id)
    parts: dict[Fate, dict[str, int]] = {fate: {} for fate in Fate}
    for name, rows in own.read(session, perimeter, person_id).items():
        if rows:
            parts[fate_of(name)][name] = len(rows)
    names = erasing.names_of(session, perimeter, person_id, record.email)
    return perimeter, Erasure(record, parts, erasing.leads_alone(session, person_id), names.shared)
