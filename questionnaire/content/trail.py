"""Who filled what: a line for each section of the document, and the people who helped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from questionnaire.filling import FilledForm


@dataclass(frozen=True, slots=True)
class Filling:
    """Who changed answers of a section, called by its name, and the last day that somebody did (ISO)."""

    section: str
    names: tuple[str, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Trail:
    """What is known, at the freeze, of who filled a document; ``helpers`` are said as they are printed."""

    fillings: tuple[Filling, ...] = ()
    helpers: tuple[str, ...] = ()


NO_TRAIL = Trail()
"""Outside of any installation, nobody is known to have filled anything."""


def trail_rows(filled: FilledForm, trail: Trail) -> tuple[tuple[str, str, str], ...]:
    """The rows of the table, in page order: title of the section, people, day."""
    by_section = {filling.section: filling for filling in trail.fillings}
    found = ((section, by_section.get(section.name)) for section in filled.sections())
    return tuple(
        (filled.wording.say(section.title), ", ".join(known.names), f"{date.fromisoformat(known.last):%d/%m/%Y}")
        for section, known in found
        if known is not None
    )


def read_trail(kept: Mapping[str, Any] | None) -> Trail:
    """A trail kept as plain data (``asdict``); what was frozen before there were trails has an empty one."""
    if not kept:
        return Trail()
    fillings = tuple(Filling(row["section"], tuple(row["names"]), row["last"]) for row in kept["fillings"])
    return Trail(fillings, tuple(kept["helpers"]))
