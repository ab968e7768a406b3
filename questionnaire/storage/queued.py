"""How much stands in each queue, and since when its oldest does."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.outbox import LetterState
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.authoring import trial_copy
from questionnaire.storage.tables.blanks import blank
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.tables.files import file_clearing
from questionnaire.storage.tables.letters import letter

_LETTERS = (
    select(letter.c.state, func.count().label("number"), func.min(letter.c.created_at).label("oldest"))
    .where(inside(letter))
    .group_by(letter.c.state)
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are; ``oldest`` is since when the first of them stands there, None where there is none."""

    count: int = 0
    oldest: datetime | None = None


def letters(session: Session, perimeter: Perimeter) -> dict[LetterState, Tally]:
    """The letters of each state that some have."""
    rows = session.execute(_LETTERS, bound(perimeter))
    return {LetterState(row.state): Tally(row.number, row.oldest) for row in rows}


def trials(session: Session, perimeter: Perimeter) -> Tally:
    """The documents of trials that were asked for and are not drawn."""
    return _tally(session, perimeter, trial_copy, trial_copy.c.pdf.is_(None))


def blanks(session: Session, perimeter: Perimeter) -> Tally:
    """The blank forms that were asked for and are not drawn."""
    return _tally(session, perimeter, blank, blank.c.sha256.is_(None))


def copies(session: Session, perimeter: Perimeter) -> Tally:
    """The paper copies of people's data that were asked for and are not drawn."""
    return _tally(session, perimeter, data_copy, data_copy.c.sha256.is_(None))


def clearings(session: Session, perimeter: Perimeter) -> int:
    """The drafts whose files are to be cleared; since when is not kept."""
    statement = select(func.count()).select_from(file_clearing).where(inside(file_clearing))
    return int(session.execute(statement, bound(perimeter)).scalar_one())


def _tally(session: Session, perimeter: Perimeter, table: Table, waits: ColumnElement[bool]) -> Tally:
    statement = select(func.count().label("number"), func.min(table.c.asked_at).label("oldest"))
    row = session.execute(statement.where(waits, inside(table)), bound(perimeter)).one()
    return Tally(row.number, row.oldest)
