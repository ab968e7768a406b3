"""The letters of one person: theirs alone, so a person's id is all that is asked."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.storage.outbox import LetterState, OutboxLetter, letter_of
from questionnaire.storage.scope import one
from questionnaire.storage.tables.letters import letter

_MINE = (
    select(letter.c.id, letter.c.kind, letter.c.subject, letter.c.state, letter.c.created_at, letter.c.read_at)
    .where(letter.c.person_id == bindparam("person"))
    .order_by(letter.c.created_at.desc(), letter.c.id.desc())
    .limit(bindparam("most"))
)
_ONE = select(letter).where(letter.c.person_id == bindparam("person"), letter.c.id == bindparam("letter"))
_IS_NEW = (letter.c.person_id == bindparam("person"), letter.c.read_at.is_(None))
_NEW = select(func.count()).select_from(letter).where(*_IS_NEW)
_NOTE = letter.update().where(*_IS_NEW, letter.c.created_at <= bindparam("moment")).values(read_at=bindparam("moment"))


@dataclass(frozen=True, slots=True)
class InboxLetter:
    """A letter as its reader sees it in a list."""

    id: str
    kind: str
    subject: str
    state: LetterState
    created_at: datetime
    is_new: bool


def of_person(session: Session, person_id: str, most: int) -> tuple[InboxLetter, ...]:
    """The latest letters to a person, the newest first."""
    rows = session.execute(_MINE, {"person": person_id, "most": most})
    return tuple(
        InboxLetter(row.id, row.kind, row.subject, LetterState(row.state), row.created_at, row.read_at is None)
        for row in rows
    )


def get(session: Session, person_id: str, letter_id: str) -> OutboxLetter:
    """One of them; raises NotFound."""
    return letter_of(one(session, _ONE, {"person": person_id, "letter": letter_id}))


def count_new(session: Session, person_id: str) -> int:
    """How many letters a person has not taken note of."""
    return session.execute(_NEW, {"person": person_id}).scalar_one()


def take_note(session: Session, person_id: str, at: datetime) -> None:
    """The person has taken note of all letters of up to a moment."""
    session.execute(_NOTE, {"person": person_id, "moment": at})
