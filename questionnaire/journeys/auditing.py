"""The audit log: deeds noted as they happen, read by those who answer for the accounts, checked as a chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from questionnaire.access import Action, Actor, Perimeter, reach
from questionnaire.access.deeds import DEED_LABELS, Deed, DeedKind
from questionnaire.access.rights import Forbidden
from questionnaire.exchange.csv_files import BOM, csv_line
from questionnaire.journeys.desk import Desk
from questionnaire.lifecycle import verify_chain
from questionnaire.storage import deeds
from questionnaire.storage.deeds import Found, Sought
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import Session, is_writing, reading, writing

PAGE = 50
"""Lines on one page of the log."""

LOG = "organisation"
"""The row of the rights that tells who reads the log."""

KEPT = timedelta(days=365)
"""How long the words of the log are kept; its links stay."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deed is about: its organisation, its id, and how it is called."""

    organisation_id: str
    id: str = ""
    name: str = ""


def note(desk: Desk, actor: Actor, kind: DeedKind, subject: Subject, **details: str) -> None:
    """Record what a person does: in the writing in course, with which it stands or falls, or in one of its own.

    What nobody may do without a trace is noted before it is done. A person without any role has an organisation too.
    """
    perimeter = Perimeter(actor.perimeter.organisations | {actor.organisation.id})
    if is_writing(desk.session):
        _add(desk, perimeter, kind, subject, actor, details)
        return
    with writing(desk.session):
        _add(desk, perimeter, kind, subject, actor, details)


def note_of_machine(desk: Desk, perimeter: Perimeter, kind: DeedKind, subject: Subject, **details: str) -> None:
    """Record what the machine does by itself, in the writing in course."""
    _add(desk, perimeter, kind, subject, None, details)


def _add(
    desk: Desk, perimeter: Perimeter, kind: DeedKind, subject: Subject, actor: Actor | None, details: dict[str, str]
) -> None:
    new = Deed(
        organisation_id=subject.organisation_id,
        sequence=0,
        at=desk.clock(),
        kind=kind,
        subject_id=subject.id,
        person_id=actor.person.id if actor else None,
        person_name=actor.person.name if actor else "",
        subject=subject.name[:255],
        details=details,
    )
    deeds.add(desk.session, perimeter, new)


def perimeter_of(actor: Actor) -> Perimeter:
    """Where the actor may read the log; raises Forbidden where that is nowhere."""
    perimeter = reach(actor, Action.READ_AUDIT, LOG)
    if not perimeter.organisations:
        raise Forbidden("Le journal d’audit est réservé aux administrateurs.")
    return perimeter


def consult(desk: Desk, actor: Actor, sought: Sought) -> tuple[Found, ...]:
    """One page of the log, the latest first, and one line more when another page follows; itself a deed."""
    perimeter = perimeter_of(actor)
    if sought.before is None:
        note(desk, actor, DeedKind.AUDIT_READ, Subject(actor.organisation.id))
    with reading(desk.session) as session:
        return deeds.search(session, perimeter, sought, PAGE + 1)


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether the chain of an organisation holds: ``broken_at`` is the first line that does not, None if all do."""

    organisation_id: str
    broken_at: int | None


def check(session: Session, perimeter: Perimeter) -> tuple[Checked, ...]:
    """Check every chain of a perimeter, link by link."""
    with reading(session):
        return tuple(
            Checked(place, verify_chain(deeds.links(session, perimeter, place)))
            for place in sorted(perimeter.organisations)
        )


COLUMNS = ("Date", "Heure", "Personne", "Action", "Objet", "Identifiant", "Précisions")


def export(desk: Desk, actor: Actor, sought: Sought) -> Iterator[str]:
    """The lines that match as CSV, for a spreadsheet: UTF-8 with its mark, semicolons; itself a deed."""
    perimeter = perimeter_of(actor)
    note(desk, actor, DeedKind.AUDIT_EXPORTED, Subject(actor.organisation.id))
    return _lines(desk, perimeter, sought, ZoneInfo(actor.organisation.timezone))


def _lines(desk: Desk, perimeter: Perimeter, sought: Sought, zone: ZoneInfo) -> Iterator[str]:
    yield BOM + csv_line(COLUMNS)
    with reading(desk.session) as session:
        for found in deeds.every(session, perimeter, sought):
            yield csv_line(cells(found, zone))


def cells(found: Found, zone: ZoneInfo) -> tuple[str, ...]:
    """One line in words."""
    deed, at = found.deed, found.deed.at.astimezone(zone)
    who = "(effacé)" if found.erased else deed.person_name or "Le logiciel"
    words = ", ".join(f"{name}\u00a0: {value}" for name, value in sorted(deed.details.items()))
    return (f"{at:%d/%m/%Y}", f"{at:%H:%M:%S}", who, DEED_LABELS[deed.kind], deed.subject, deed.subject_id, words)


def forget_old(desk: Desk) -> int:
    """Erase the words older than the log is kept, everywhere; how many lines."""
    with writing(desk.session) as session:
        return deeds.erase(session, whole_perimeter(session), desk.clock() - KEPT)
