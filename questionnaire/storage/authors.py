"""Who changed which answers of a draft, and when last: what the evidence of a document is drawn from."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.answers import answer_change
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import person

_AUTHORS = (
    select(
        answer_change.c.path,
        person.c.first_name,
        person.c.last_name,
        func.max(answer_change.c.at).label("at"),
    )
    .join(person, person.c.id == answer_change.c.person_id)
    .join(draft, draft.c.id == answer_change.c.draft_id)
    .where(draft.c.id == bindparam("draft"), inside(draft))
    .group_by(answer_change.c.path, person.c.id, person.c.first_name, person.c.last_name)
    .order_by(answer_change.c.path, person.c.id)
)


@dataclass(frozen=True, slots=True)
class Author:
    """A person who changed the answer at a path, and the last time that they did."""

    path: str
    name: str
    at: datetime


def of_draft(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[Author, ...]:
    """Every author of every answer, in one statement."""
    rows = session.execute(_AUTHORS, bound(perimeter, draft=draft_id))
    return tuple(Author(row.path, f"{row.first_name} {row.last_name}", row.at) for row in rows)
