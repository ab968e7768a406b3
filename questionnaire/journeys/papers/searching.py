"""Searching the register: the finished documents that one may read by office, narrowed as one likes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from questionnaire.access import Action, Actor, Organisation, Perimeter, Relation, reach, require
from questionnaire.access.deeds import DeedKind
from questionnaire.access.rights import RIGHTS
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.lifecycle import State
from questionnaire.spec import Form
from questionnaire.spec.codebook import said
from questionnaire.storage import organisations, register_search
from questionnaire.storage.register_search import FoundLine, Reach, Sought
from questionnaire.storage.transaction import Session, reading

PAGE = 50
"""Documents on one page of the register."""

MOST_VALUES = 200
"""Values of one column offered to choose from: more is no list that anybody reads."""

ARCHIVED, EVERY = "", "tous"
"""Besides the states, what may be chosen: what is in the archive, or whatever was finalised."""


@dataclass(frozen=True, slots=True)
class Count:
    """Something to choose, and how many documents that would leave; ``register_search.MOST`` + 1 stands for more."""

    value: str
    label: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: one line more than a page when another follows.

    ``form`` is the version that gives the columns, where one form is looked for; ``values`` are those of its columns by
    which documents are chosen.
    """

    sought: Sought
    lines: tuple[FoundLine, ...]
    number: int
    forms: tuple[Count, ...]
    states: tuple[Count, ...]
    places: tuple[Organisation, ...]
    alerts: int = 0
    form: Form | None = None
    values: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def search_register(desk: Desk, actor: Actor, sought: Sought) -> Search:
    """One page of what is looked for; raises Forbidden."""
    require(actor, Action.LIST_ARCHIVE, Relation(actor.organisation.id))
    note(desk, actor, DeedKind.ARCHIVE_LISTED, Subject(actor.organisation.id))
    reaches = reaches_of(actor)
    with reading(desk.session) as session:
        names = register_search.forms(session, reaches)
        form = desk.shelf.find(sought.form, actor.organisation.id) if sought.form in names else None
        columns = form.register.filters if form else ()
        sought = replace(sought, columns={name: key for name, key in sought.columns.items() if name in columns})
        counts = register_search.numbers(session, reaches, _facets(names, sought))
        return Search(
            sought=sought,
            lines=register_search.search(session, reaches, sought, PAGE + 1),
            number=register_search.number(session, reaches, replace(sought, after=None)),
            forms=_forms(desk, actor, counts, names),
            states=_states(counts),
            places=_places(session, reaches),
            alerts=counts["alerts"],
            form=form,
            values={name: register_search.values(session, reaches, sought.form, name, MOST_VALUES) for name in columns},
        )


def reaches_of(actor: Actor) -> tuple[Reach, ...]:
    """Where the actor may open archived documents by office, by the rights that these follow."""
    found: dict[frozenset[str], set[str]] = {}
    for access in RIGHTS:
        perimeter = reach(actor, Action.OPEN_ARCHIVE, access)
        if perimeter.organisations:
            found.setdefault(perimeter.organisations, set()).add(access)
    return tuple(Reach(frozenset(accesses), Perimeter(places)) for places, accesses in found.items())


def _facets(forms: Iterable[str], sought: Sought) -> dict[str, Sought]:
    """What each choice would look for, by a name of ours."""
    whole = replace(sought, after=None)
    anywhere = replace(whole, state="", archived=False)
    found = {f"state {state}": replace(anywhere, state=state) for state in State}
    found[f"state {EVERY}"] = anywhere
    found["state "] = replace(anywhere, archived=True)
    found["alerts"] = replace(whole, alerts=True)
    for name in forms:
        found[f"form {name}"] = replace(whole, form=name, columns={})
    return found


def _forms(desk: Desk, actor: Actor, counts: Mapping[str, int], names: Iterable[str]) -> tuple[Count, ...]:
    found = []
    for name in names:
        form = desk.shelf.find(name, actor.organisation.id)
        found.append(Count(name, said(form.title) if form else name, counts[f"form {name}"]))
    return tuple(sorted(found, key=lambda each: each.label))


def _states(counts: Mapping[str, int]) -> tuple[Count, ...]:
    found = (Count(state, state.label, counts[f"state {state}"]) for state in State)
    archived, every = Count(ARCHIVED, "Archivés", counts["state "]), Count(EVERY, "Tous", counts[f"state {EVERY}"])
    return (archived, *(each for each in found if each.number), every)


def _places(session: Session, reaches: Sequence[Reach]) -> tuple[Organisation, ...]:
    whole = frozenset[str]().union(*(each.perimeter.organisations for each in reaches))
    return organisations.within(session, Perimeter(whole)) if len(whole) > 1 else ()
