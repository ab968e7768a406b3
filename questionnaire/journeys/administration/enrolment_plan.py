"""What each line of a list of people would do: judged one after the other, earlier lines counting for later ones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from questionnaire.access import ROLE_LABELS, Actor, Organisation, Person
from questionnaire.access.managing import grantable
from questionnaire.access.roster import RosterLine, folded
from questionnaire.journeys.administration.people import TAKEN, Identity, touchable
from questionnaire.storage.persons import HeldRole, PersonRecord

NOT_YOURS = "Vous ne pouvez pas changer l’identité ni le compte de cette personne."
NAMESAKES = "Plusieurs personnes portent ce nom. Écrivez son adresse électronique."


class Outcome(StrEnum):
    """What a line does."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line and what it does to the person ``key``, an id or, for somebody added by the list, a mark of it.

    ``faults`` say why it does nothing.
    """

    line: RosterLine
    outcome: Outcome
    faults: tuple[str, ...] = ()
    key: str = ""
    place: Organisation | None = None
    names: bool = False
    email: bool = False
    role: bool = False
    account: bool = False

    def words(self) -> Iterator[str]:
        """What it does, in words."""
        line, place = self.line, self.place.name if self.place else ""
        if self.outcome is Outcome.ADDED:
            yield f"Ajout à {place}"
        if self.names:
            yield f"S’appelle désormais {line.name}"
        if self.email:
            yield f"Adresse\u00a0: {line.email}"
        if self.role and line.role:
            end = f", jusqu’au {line.until:%d/%m/%Y}" if line.until else ""
            yield f"{ROLE_LABELS[line.role]} à {place}{end}"
        if self.account:
            yield "Compte ouvert, message envoyé"


@dataclass(frozen=True, slots=True)
class EnrolmentPlan:
    """What a list would do."""

    lines: tuple[PlannedLine, ...]

    def count(self, outcome: Outcome) -> int:
        """How many lines have an outcome."""
        return Counter(line.outcome for line in self.lines)[outcome]

    @property
    def writes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.count(Outcome.ADDED) or self.count(Outcome.CHANGED))

    @property
    def digest(self) -> str:
        """The same as long as it would do the same."""
        told = [(each.line.number, each.outcome, each.key, *each.words(), *each.faults) for each in self.lines]
        return sha256(repr(told).encode()).hexdigest()


class Planner:
    """Judges lines for ``actor``, who administers ``places`` and knows the people ``known``.

    ``holders`` tells whose addresses are taken anywhere, in small letters.
    """

    def __init__(
        self,
        actor: Actor | None,
        places: Iterable[Organisation],
        default: Organisation,
        known: Iterable[PersonRecord],
        holders: Mapping[str, str],
        today: date,
    ) -> None:
        self._actor, self._default, self._holders, self._today = actor, default, holders, today
        self._places = tuple(places)
        self._records: dict[str, PersonRecord] = {}
        self._emails: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        for record in known:
            self._keep(record)

    def _keep(self, record: PersonRecord) -> None:
        key = record.person.id
        same_name = self._names.setdefault(folded(record.person.name), [])
        if key not in same_name:
            same_name.append(key)
        self._records[key] = record
        if record.email:
            self._emails[record.email.lower()] = key

    def planned(self, line: RosterLine) -> PlannedLine:
        """What the next line does."""
        place = self._place(line)
        matches = self._matches(line)
        faults = tuple(self._faults(line, place, matches))
        if faults or place is None:
            return PlannedLine(line, Outcome.FAULTY, faults)
        if not matches:
            record = self._new(line, place)
            planned = self._compared(line, place, record, Outcome.ADDED)
        else:
            record = self._records[matches[0]]
            planned = self._compared(line, place, record, Outcome.CHANGED)
            if (planned.names or planned.email or planned.account) and not touchable(self._actor, record):
                return PlannedLine(line, Outcome.FAULTY, (NOT_YOURS,))
        self._keep(_after(planned, record))
        return planned

    def _place(self, line: RosterLine) -> Organisation | None:
        if not line.organisation:
            return self._default
        meant = [place for place in self._places if folded(place.name) == folded(line.organisation)]
        return meant[0] if len(meant) == 1 else None

    def _matches(self, line: RosterLine) -> list[str]:
        """The person by address; by name, those who have no address where the line gives one."""
        if line.email.lower() in self._emails:
            return [self._emails[line.email.lower()]]
        same_name = self._names.get(folded(line.name), [])
        return [key for key in same_name if not (line.email and self._records[key].email)]

    def _faults(self, line: RosterLine, place: Organisation | None, matches: list[str]) -> Iterator[str]:
        yield from line.faults
        yield from Identity.of(line.first_name, line.last_name, line.email).faults().values()
        if place is None:
            yield f"«\u00a0{line.organisation}\u00a0» n’est pas une organisation que vous administrez."
        elif line.role is not None and line.role not in grantable(self._actor, place.id):
            yield f"Vous ne pouvez pas donner le rôle «\u00a0{ROLE_LABELS[line.role]}\u00a0»."
        if line.until is not None and line.until < self._today:
            yield "La date de fin est passée."
        if line.until is not None and line.role is None:
            yield "Une date de fin demande un rôle."
        if line.account and not line.email and not any(self._records[key].email for key in matches):
            yield "Un compte demande une adresse électronique."
        if len(matches) > 1:
            yield NAMESAKES
        holder = self._holders.get(line.email.lower())
        if holder is not None and holder not in matches:
            yield TAKEN

    def _new(self, line: RosterLine, place: Organisation) -> PersonRecord:
        person = Person(f"line {line.number}", line.first_name, line.last_name)
        return PersonRecord(person, place.id, place.name, line.email, None, (), elsewhere=False)

    def _compared(self, line: RosterLine, place: Organisation, record: PersonRecord, writes: Outcome) -> PlannedLine:
        person = record.person
        ends = {(role.organisation_id, role.role): role.until for role in record.roles}
        held = (place.id, line.role) in ends
        planned = PlannedLine(
            line,
            writes,
            key=person.id,
            place=place,
            names=(line.first_name, line.last_name) != (person.first_name, person.last_name),
            email=bool(line.email) and not record.email,
            role=line.role is not None and not (held and ends[place.id, line.role] == line.until),
            account=line.account and record.active is None,
        )
        does = writes is Outcome.ADDED or planned.names or planned.email or planned.role or planned.account
        return planned if does else replace(planned, outcome=Outcome.SAME)


def _after(planned: PlannedLine, record: PersonRecord) -> PersonRecord:
    """The person once the line is carried out."""
    line, place = planned.line, planned.place
    roles = record.roles
    if planned.role and line.role and place:
        others = [role for role in roles if (role.organisation_id, role.role) != (place.id, line.role)]
        roles = (*others, HeldRole(place.id, place.name, line.role, line.until, provided=False))
    return replace(
        record,
        person=replace(record.person, first_name=line.first_name, last_name=line.last_name),
        email=record.email or line.email,
        roles=tuple(roles),
        active=True if planned.account else record.active,
    )
