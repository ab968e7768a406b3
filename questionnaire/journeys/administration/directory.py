"""The lists that the installation owns, as forms offer them: establishments, their groups, services and people."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from questionnaire.access import Organisation, OrganisationKind, Role
from questionnaire.spec.model import Choice
from questionnaire.spec.texts import Text
from questionnaire.storage import directory
from questionnaire.storage.directory import Holder
from questionnaire.storage.transaction import Session

FRESH = timedelta(seconds=60)
"""How long a process offers the lists that it read: a new establishment may be chosen a minute later at most."""

ROLES = (Role.REFERENT_PARTENARIAT, Role.QUALITE, Role.DIRECTION, Role.SIEGE)
"""Those whose names an establishment may offer to everybody: people in charge, never patients nor their relatives."""

Lists = Mapping[str, tuple[Choice, ...]]


class Directory:
    """Lists read once a minute per process: what they hold is public in the installation, and seldom changes."""

    def __init__(self) -> None:
        self._read_at: datetime | None = None
        self._organisations: Mapping[str, Organisation] = {}
        self._holders: tuple[Holder, ...] = ()
        self._by_place: dict[str, Lists] = {}

    def lists(self, session: Session, place: Organisation, now: datetime) -> Lists:
        """The lists as ``place`` offers them, by name; the same objects as long as they are fresh."""
        if self._read_at is None or not timedelta(0) <= now - self._read_at < FRESH:
            self._read(session, now)
        if place.id not in self._by_place:
            self._by_place[place.id] = self._made(place)
        return self._by_place[place.id]

    def _read(self, session: Session, now: datetime) -> None:
        entries = directory.read(session, ROLES)
        self._organisations = {each.id: each for each in entries.organisations}
        self._holders = entries.holders
        self._by_place = {}
        self._read_at = now

    def _made(self, place: Organisation) -> Lists:
        around = self._around(place)
        return {
            "directory.groups": tuple(map(_group, self._of_kind(OrganisationKind.GROUPE))),
            "directory.establishments": tuple(map(self._establishment, self._of_kind(OrganisationKind.ETABLISSEMENT))),
            "directory.services": tuple(map(_service, self._of_kind(OrganisationKind.SERVICE))),
            "directory.people": tuple(_people(holder for holder in self._holders if holder.organisation_id in around)),
        }

    def _of_kind(self, kind: OrganisationKind) -> Iterable[Organisation]:
        return (each for each in self._organisations.values() if each.kind is kind)

    def _around(self, place: Organisation) -> set[str]:
        """An establishment and those above it, up to the region."""
        found: set[str] = set()
        here: Organisation | None = place
        while here is not None and here.id not in found:
            found.add(here.id)
            here = self._organisations.get(here.parent_id or "")
        return found

    def _establishment(self, each: Organisation) -> Choice:
        above = self._organisations.get(each.parent_id or "")
        group = above.id if above is not None and above.kind is OrganisationKind.GROUPE else ""
        return _choice(each.id, each.name, ghu=group, secteur=each.sector)


def _service(each: Organisation) -> Choice:
    return _choice(each.id, each.name, etablissement=each.house.id)


def _group(each: Organisation) -> Choice:
    return _choice(each.id, each.name, secteur=each.sector)


def _people(holders: Iterable[Holder]) -> Iterable[Choice]:
    """Each person once, with all their roles."""
    held: dict[str, list[Holder]] = {}
    for holder in holders:
        held.setdefault(holder.id, []).append(holder)
    for person_id, roles in held.items():
        places = dict.fromkeys(role.organisation_id for role in roles)
        names = " ".join(dict.fromkeys(role.role for role in roles))
        yield _choice(person_id, roles[0].name, role=names, etablissement=" ".join(places))


def _choice(name: str, label: str, **columns: str) -> Choice:
    return Choice(name, Text((label,)), columns=tuple(columns.items()))
