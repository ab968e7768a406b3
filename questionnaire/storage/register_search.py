"""The register searched: by words, form, state, place, date and columns, as far as somebody may see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, cast, false, func, literal, or_, select, union_all
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.register_lines import Line, Raised
from questionnaire.storage.tables.register import register_alert, register_cell, register_line

MOST = 1000
"""Further than that nobody counts documents one by one."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line as it is shown: its columns by name, what is said of it."""

    line: Line
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alerts: tuple[Raised, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """Where documents of some rights may be seen."""

    accesses: frozenset[str]
    perimeter: Perimeter


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: all of it at once; what is empty narrows nothing.

    ``archived`` leaves out what is not in the archive; ``columns`` holds the key of a column by its name; ``alerts``
    keeps only what draws attention; ``after`` continues a page after that line.
    """

    words: tuple[str, ...] = ()
    form: str = ""
    version: str = ""
    state: str = ""
    archived: bool = False
    place: str = ""
    since: datetime | None = None
    until: datetime | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    alerts: bool = False
    after: tuple[datetime, str] | None = None


def search(session: Session, reaches: Sequence[Reach], sought: Sought, limit: int) -> tuple[FoundLine, ...]:
    """The first lines of what is looked for, the latest first."""
    statement = (
        select(register_line)
        .where(*_conditions(session, reaches, sought))
        .order_by(register_line.c.at.desc(), register_line.c.submission_id.desc())
        .limit(limit)
    )
    rows = session.execute(statement).all()
    ids = [row.submission_id for row in rows]
    cells, alerts = _cells(session, ids), _alerts(session, ids)
    return tuple(
        FoundLine(_line(row), cells.get(row.submission_id, {}), alerts.get(row.submission_id, ())) for row in rows
    )


def number(session: Session, reaches: Sequence[Reach], sought: Sought) -> int:
    """How many lines there are, up to one more than ``MOST``."""
    found: int = session.execute(select(_counted(session, reaches, sought))).scalar_one()
    return found


def numbers(session: Session, reaches: Sequence[Reach], facets: Mapping[str, Sought]) -> dict[str, int]:
    """The same for several searches, by name, in one statement."""
    if not facets:
        return {}
    counts = [select(literal(name), _counted(session, reaches, sought)) for name, sought in facets.items()]
    return {row[0]: row[1] for row in session.execute(union_all(*counts))}


def _counted(session: Session, reaches: Sequence[Reach], sought: Sought) -> ColumnElement[int]:
    some = select(register_line.c.submission_id).where(*_conditions(session, reaches, sought)).limit(MOST + 1)
    return select(func.count()).select_from(some.subquery()).scalar_subquery()


def forms(session: Session, reaches: Sequence[Reach]) -> tuple[str, ...]:
    """The forms of which there are documents."""
    statement = select(register_line.c.form).where(_reached(reaches)).distinct().order_by(register_line.c.form)
    return tuple(session.scalars(statement))


def values(session: Session, reaches: Sequence[Reach], form: str, name: str, limit: int) -> tuple[tuple[str, str], ...]:
    """What a column of a form says, each as its key and as it is shown, in the order of what is shown."""
    statement = (
        select(register_cell.c.key, func.min(register_cell.c.shown).label("shown"))
        .join(register_line, register_line.c.submission_id == register_cell.c.submission_id)
        .where(register_cell.c.form == form, register_cell.c.name == name, _reached(reaches))
        .group_by(register_cell.c.key)
        .order_by(func.min(register_cell.c.shown))
        .limit(limit)
    )
    return tuple((row.key, row.shown) for row in session.execute(statement))


def _reached(reaches: Sequence[Reach]) -> ColumnElement[bool]:
    each = (
        and_(
            register_line.c.access.in_(sorted(reach.accesses)),
            register_line.c.organisation_id.in_(sorted(reach.perimeter.organisations)),
        )
        for reach in reaches
    )
    return or_(false(), *each)


def _conditions(session: Session, reaches: Sequence[Reach], sought: Sought) -> Iterator[ColumnElement[bool]]:
    line = register_line.c
    yield _reached(reaches)
    for wanted, held in (
        (sought.form, line.form),
        (sought.version, line.version),
        (sought.state, line.state),
        (sought.place, line.organisation_id),
    ):
        if wanted:
            yield held == wanted
    if sought.archived:
        yield line.document_id.is_not(None)
    if sought.since is not None:
        yield line.at >= sought.since
    if sought.until is not None:
        yield line.at < sought.until
    if sought.alerts:
        yield select(register_alert).where(register_alert.c.submission_id == line.submission_id).exists()
    for name, key in sought.columns.items():
        yield _says(name, key)
    yield from _worded(session, sought.words)
    if sought.after is not None:
        at, id_ = sought.after
        yield or_(line.at < at, and_(line.at == at, line.submission_id < id_))


def _says(name: str, key: str) -> ColumnElement[bool]:
    cell = register_cell.c
    mine = cell.submission_id == register_line.c.submission_id
    return (
        select(register_cell)
        .where(mine, cell.form == register_line.c.form, cell.name == name, cell.key == key)
        .exists()
    )


def _worded(session: Session, words: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Each of these words begins a word of the document."""
    if not words:
        return
    if session.get_bind().dialect.name == "postgresql":
        vector = func.array_to_tsvector(func.string_to_array(register_line.c.words, " "))
        yield vector.op("@@")(cast(" & ".join(f"'{word}':*" for word in words), TSQUERY))
        return
    spaced = literal(" ").concat(register_line.c.words)
    yield from (spaced.like(f"% {word}%") for word in words)


def _cells(session: Session, ids: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    statement = (
        select(register_cell)
        .where(register_cell.c.submission_id.in_(ids))
        .order_by(register_cell.c.submission_id, register_cell.c.rank)
    )
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in session.execute(statement):
        mine = found.setdefault(row.submission_id, {})
        mine[row.name] = (*mine.get(row.name, ()), row.shown)
    return found


def _alerts(session: Session, ids: Sequence[str]) -> dict[str, tuple[Raised, ...]]:
    statement = select(register_alert).where(register_alert.c.submission_id.in_(ids)).order_by(register_alert.c.since)
    found: dict[str, tuple[Raised, ...]] = {}
    for row in session.execute(statement):
        raised = Raised(row.name, row.label, row.since)
        found[row.submission_id] = (*found.get(row.submission_id, ()), raised)
    return found


def _line(row: Row[Any]) -> Line:
    return Line(**{name: getattr(row, name) for name in Line.__slots__})
