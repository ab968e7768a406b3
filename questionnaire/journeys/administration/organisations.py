"""Administering organisations: the tree in one's reach, founding, changing, archiving, settings, contacts, colour.

``actor`` is None for the operator at a terminal, who reaches everything; an account reaches what its role lets it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from questionnaire.access import Action, Actor, Forbidden, Organisation, OrganisationKind, Perimeter, reach
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.organisations import (
    kinds_under,
)
from questionnaire.organisations.registering import Registered
from questionnaire.storage import organisations
from questionnaire.storage.errors import NotFound
from questionnaire.storage.ids import new_id
from questionnaire.storage.organisations import OrganisationRecord, Said
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import Session, reading, writing


class CannotArchive(QuestionnaireError):
    """An organisation still holds others; the message says which."""


class NotAccepted(QuestionnaireError):
    """What was typed of an organisation cannot be kept; ``faults`` says why by field, with a remedy."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__(" ".join(self.faults.values()))


@dataclass(frozen=True, slots=True)
class Branch:
    """An organisation of the tree, and how deep it stands in what the reader sees, from 0."""

    organisation: Organisation
    depth: int


@dataclass(frozen=True, slots=True)
class Administered:
    """An organisation to administer, what it and those above it say, and those right under it."""

    record: OrganisationRecord
    lineage: tuple[Said, ...]
    under: tuple[Organisation, ...]

    @property
    def organisation(self) -> Organisation:
        """The organisation itself."""
        return self.record.organisation


def may_administer(actor: Actor) -> bool:
    """Whether the actor administers any organisation."""
    return bool(reach(actor, Action.MANAGE_ORGANISATIONS, "organisation").organisations)


def tree(desk: Desk, actor: Actor | None) -> tuple[Branch, ...]:
    """The organisations that one administers, each after the one above it; raises Forbidden."""
    with reading(desk.session) as session:
        places = organisations.within(session, administered_by(session, actor))
    known = {place.id for place in places}
    under: dict[str | None, list[Organisation]] = {}
    for place in places:
        under.setdefault(place.parent_id if place.parent_id in known else None, []).append(place)
    return tuple(_branches(under, None, 0))


def _branches(under: Mapping[str | None, list[Organisation]], parent: str | None, depth: int) -> list[Branch]:
    found: list[Branch] = []
    for place in under.get(parent, ()):
        found += [Branch(place, depth), *_branches(under, place.id, depth + 1)]
    return found


def administered(desk: Desk, actor: Actor | None, organisation_id: str) -> Administered:
    """An organisation to administer; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        return _load(session, administered_by(session, actor), organisation_id)


def found(desk: Desk, actor: Actor | None, parent_id: str | None, asked: Registered) -> str:
    """Found an organisation under another (under none: the operator alone); its id.

    Raises NotFound, Forbidden, NotAccepted.
    """
    with writing(desk.session) as session:
        perimeter = administered_by(session, actor)
        above = organisations.record(session, perimeter, parent_id).organisation if parent_id else None
        if above is None and actor is not None:
            raise Forbidden("Une organisation se crée sous une autre que vous administrez.")
        faults = asked.faults(kinds_under(above.kind if above else None))
        if above is not None and above.archived:
            faults["name"] = f"{above.full_name} est archivé\u00a0: rétablissez-le d’abord."
        require_none(faults or _namesake(session, perimeter, above.id if above else None, asked.name))
        place = Organisation(
            new_id(), parent_id, OrganisationKind(asked.kind), asked.name, asked.sector, asked.timezone
        )
        kept = OrganisationRecord(replace(place, department=asked.department), asked.address, asked.finess)
        organisations.insert(session, kept)
        noted(desk, actor, place, "création", above)
    return place.id


def change(desk: Desk, actor: Actor | None, organisation_id: str, asked: Registered) -> None:
    """Keep what identifies an organisation as typed; its kind and place stay. Raises NotFound, NotAccepted."""
    with writing(desk.session) as session:
        perimeter = administered_by(session, actor)
        kept = organisations.record(session, perimeter, organisation_id)
        place = kept.organisation
        faults = asked.faults((place.kind,))
        require_none(faults or _namesake(session, perimeter, place.parent_id, asked.name, place.id))
        place = replace(
            place, name=asked.name, sector=asked.sector, timezone=asked.timezone, department=asked.department
        )
        changed = replace(kept, organisation=place, address=asked.address, finess=asked.finess)
        organisations.change(session, perimeter, changed)
        noted(desk, actor, place, "identité")


def archive(desk: Desk, actor: Actor | None, organisation_id: str) -> None:
    """Archive an organisation: nothing begins there any more, all that is there stays. Raises CannotArchive."""
    with writing(desk.session) as session:
        perimeter = administered_by(session, actor)
        loaded = _load(session, perimeter, organisation_id)
        left = [place.name for place in loaded.under if not place.archived]
        if left and loaded.organisation.kind is not OrganisationKind.ETABLISSEMENT:
            raise CannotArchive(f"Archivez d’abord ce qui en dépend\u00a0: {', '.join(left)}.")
        organisations.set_archived(session, perimeter, organisation_id, desk.clock())
        noted(desk, actor, loaded.organisation, "archivage")


def restore(desk: Desk, actor: Actor | None, organisation_id: str) -> None:
    """Take an organisation out of the archive."""
    with writing(desk.session) as session:
        perimeter = administered_by(session, actor)
        place = organisations.record(session, perimeter, organisation_id).organisation
        organisations.set_archived(session, perimeter, organisation_id, None)
        noted(desk, actor, place, "rétablissement")


def noted(desk: Desk, actor: Actor | None, place: Organisation, act: str, log: Organisation | None = None) -> None:
    """Record in the audit log what was done with an organisation, in the writing in course.

    ``log`` is the organisation in whose log it stands: itself, or the one above for what is only being founded.
    """
    kept_in = (log or place).id
    subject = Subject(kept_in, place.id, place.full_name)
    if actor is None:
        note_of_machine(desk, Perimeter(frozenset({kept_in})), DeedKind.ADMINISTERED, subject, acte=act)
    else:
        note(desk, actor, DeedKind.ADMINISTERED, subject, acte=act)


def _load(session: Session, perimeter: Perimeter, organisation_id: str) -> Administered:
    kept = organisations.record(session, perimeter, organisation_id)
    places = organisations.within(session, perimeter)
    under = tuple(place for place in places if place.parent_id == organisation_id)
    return Administered(kept, organisations.lineage(session, perimeter, organisation_id), under)


def administered_by(session: Session, actor: Actor | None) -> Perimeter:
    """What one administers; raises Forbidden for those who administer nothing at all."""
    if actor is None:
        return whole_perimeter(session)
    if not may_administer(actor):
        raise Forbidden("Vous n’administrez aucune organisation.")
    return reach(actor, Action.MANAGE_ORGANISATIONS, "organisation")


def require_none(faults: Mapping[str, str]) -> None:
    """Raise NotAccepted where something is wrong."""
    if faults:
        raise NotAccepted(faults)


def _namesake(
    session: Session, perimeter: Perimeter, parent_id: str | None, name: str, but: str = ""
) -> dict[str, str]:
    """The fault of bearing the name of a neighbour: nobody could tell them apart in a list."""
    for place in organisations.within(session, perimeter):
        if (place.parent_id, place.name.casefold()) == (parent_id, name.casefold()) and place.id != but:
            return {"name": f"«\u00a0{place.name}\u00a0» existe déjà ici. Donnez un autre nom."}
    return {}


def by_name(desk: Desk, words: str) -> Organisation:
    """The organisation that an operator names by its id or its whole name; raises NotFound unless it is one alone."""
    with reading(desk.session) as session:
        places = organisations.within(session, whole_perimeter(session))
    meant = [place for place in places if place.id == words] or [
        place for place in places if place.name.casefold() == words.casefold()
    ]
    if len(meant) != 1:
        raise NotFound(
            f"Aucune organisation ne s’appelle «\u00a0{words}\u00a0»."
            if not meant
            else f"Plusieurs organisations s’appellent «\u00a0{words}\u00a0»\u00a0: donnez l’identifiant."
        )
    return meant[0]
