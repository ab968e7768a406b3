"""The lines of the register, each made anew from what is stored whenever something about its document changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.content.filing import Cell
from questionnaire.lifecycle import Submission
from questionnaire.storage.scope import bound, claim, inside, one
from questionnaire.storage.tables.register import register_alert, register_cell, register_line, register_mould
from questionnaire.storage.upsert import insert, replacing

_TOUCH = register_line.update().where(register_line.c.submission_id == bindparam("touched")).values(stale=True)
_RENAMED = (
    register_line.update()
    .where(register_line.c.project_id == bindparam("renamed"), inside(register_line))
    .values(stale=True)
)
_STALE = select(register_line.c.submission_id).where(inside(register_line), register_line.c.stale).limit(1)
_UNSEEN = (
    select(register_line.c.submission_id)
    .where(inside(register_line), register_line.c.watched, register_line.c.looked_on < bindparam("today"))
    .limit(1)
)
_LINE = select(register_line.c.submission_id).where(
    register_line.c.submission_id == bindparam("submission"), inside(register_line)
)
_MOULDS = select(register_mould).where(inside(register_mould))
_RECAST = (
    register_line.update()
    .where(register_line.c.organisation_id == bindparam("place"), register_line.c.form == bindparam("cast"))
    .values(stale=True)
)


@dataclass(frozen=True, slots=True)
class Raised:
    """What draws attention to a document, and since which day."""

    name: str
    label: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One document in the register; ``document_id`` is that of the archived one, ``access`` whose rights it follows."""

    submission_id: str
    organisation_id: str
    project_id: str
    document_id: str | None
    form: str
    version: str
    access: str
    reference: str
    title: str
    project: str
    people: str
    state: str
    at: datetime
    active_until: date | None = None
    keep_until: date | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A line with what finds it. ``alerts`` are the labels of what holds, by name; None where nothing is watched."""

    line: Line
    words: str
    cells: tuple[Cell, ...] = ()
    alerts: Mapping[str, str] | None = None


def enter(session: Session, submission: Submission) -> None:
    """A new line, seen by nobody before it is made; within the transaction that stores its document."""
    values = {
        "submission_id": submission.id,
        "organisation_id": submission.organisation_id,
        "project_id": submission.project_id,
        "form": submission.form.form,
        "version": submission.form.version,
        "access": "",
        "reference": submission.reference,
        "title": submission.title,
        "project": "",
        "people": "",
        "state": submission.state,
        "at": submission.frozen_at,
        "words": "",
        "watched": False,
        "stale": True,
    }
    session.execute(register_line.insert(), values)


def touch(session: Session, submission_id: str) -> None:
    """Something about a document changed: its line is to be made anew."""
    session.execute(_TOUCH, {"touched": submission_id})


def touch_project(session: Session, perimeter: Perimeter, project_id: str) -> bool:
    """The same of all documents of a project; whether it has any."""
    found = session.execute(_RENAMED.returning(register_line.c.submission_id), bound(perimeter, renamed=project_id))
    return bool(found.all())


def to_make(session: Session, perimeter: Perimeter, today: date) -> str | None:
    """A document whose line is to be made, because something changed or because a day has passed."""
    found = session.scalars(_STALE, bound(perimeter)).first()
    return found or session.scalars(_UNSEEN, bound(perimeter, today=today)).first()


def write(session: Session, perimeter: Perimeter, made: Made, today: date) -> None:
    """Make a line anew, as it is today; raises NotFound."""
    line = made.line
    one(session, _LINE, bound(perimeter, submission=line.submission_id))
    values = {each: getattr(line, each) for each in Line.__slots__ if each != "submission_id"}
    session.execute(
        register_line.update()
        .where(register_line.c.submission_id == line.submission_id)
        .values(**values, words=made.words, stale=False, watched=made.alerts is not None, looked_on=today)
    )
    session.execute(register_cell.delete().where(register_cell.c.submission_id == line.submission_id))
    rows = [_cell_row(line, rank, cell) for rank, cell in enumerate(made.cells)]
    if rows:
        session.execute(register_cell.insert(), rows)
    _raise(session, line, made.alerts or {}, today)


def _cell_row(line: Line, rank: int, cell: Cell) -> dict[str, Any]:
    return {
        "submission_id": line.submission_id,
        "name": cell.name,
        "rank": rank,
        "organisation_id": line.organisation_id,
        "form": line.form,
        "key": cell.key,
        "shown": cell.shown,
        "number": cell.number,
    }


def _raise(session: Session, line: Line, alerts: Mapping[str, str], today: date) -> None:
    """Those that hold still keep the day since when they do."""
    mine = register_alert.c.submission_id == line.submission_id
    session.execute(register_alert.delete().where(mine, register_alert.c.name.not_in(alerts)))
    for name, label in alerts.items():
        row = {"submission_id": line.submission_id, "name": name, "organisation_id": line.organisation_id}
        statement = replacing(session, register_alert, "label")
        session.execute(statement.values(**row, label=label[:255], since=today))


def moulds(session: Session, perimeter: Perimeter) -> tuple[tuple[str, str, str], ...]:
    """By which version (its digest) the lines of each organisation and form were made."""
    rows = session.execute(_MOULDS, bound(perimeter))
    return tuple((row.organisation_id, row.form, row.digest) for row in rows)


def keep_mould(session: Session, organisation_id: str, form: str, digest: str) -> None:
    """Remember by which version lines are made, where none is remembered."""
    statement = insert(session, register_mould).values(organisation_id=organisation_id, form=form, digest=digest)
    session.execute(statement.on_conflict_do_nothing())


def recast(session: Session, perimeter: Perimeter, organisation_id: str, form: str, digest: str) -> None:
    """All lines of a form are to be made anew, by another version."""
    claim(perimeter, organisation_id)
    session.execute(_RECAST, {"place": organisation_id, "cast": form})
    row = {"organisation_id": organisation_id, "form": form, "digest": digest}
    session.execute(replacing(session, register_mould, "digest").values(**row))
