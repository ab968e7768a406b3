"""Manuscripts: forms being written in the browser, each of an organisation."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.authoring import manuscript

_INSIDE = select(manuscript).where(inside(manuscript))
_ONE = _INSIDE.where(manuscript.c.id == bindparam("manuscript"))
_ALL = _INSIDE.order_by(manuscript.c.updated_at.desc(), manuscript.c.id)
_CHANGE = (
    manuscript.update()
    .where(manuscript.c.id == bindparam("changed"), manuscript.c.revision == bindparam("known"), inside(manuscript))
    .values(source=bindparam("text"), revision=bindparam("known") + 1, updated_at=bindparam("moment"))
)
_DELETE = manuscript.delete().where(manuscript.c.id == bindparam("deleted"), inside(manuscript))


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A form being written; ``source`` is its YAML, sound or not."""

    id: str
    organisation_id: str
    source: str
    revision: int
    created_at: datetime
    updated_at: datetime


def add(session: Session, perimeter: Perimeter, new: Manuscript) -> None:
    """Keep a new one."""
    claim(perimeter, new.organisation_id)
    session.execute(manuscript.insert().values({name: getattr(new, name) for name in Manuscript.__dataclass_fields__}))


def get(session: Session, perimeter: Perimeter, manuscript_id: str) -> Manuscript:
    """One; raises NotFound."""
    return _manuscript(one(session, _ONE, bound(perimeter, manuscript=manuscript_id)))


def listing(session: Session, perimeter: Perimeter) -> tuple[Manuscript, ...]:
    """All of them, the last written first."""
    return tuple(map(_manuscript, session.execute(_ALL, bound(perimeter))))


def change(session: Session, perimeter: Perimeter, manuscript_id: str, known: int, source: str, at: datetime) -> bool:
    """Replace the text known at a revision; False when it is another one now, or gone."""
    return touched(session, _CHANGE, bound(perimeter, changed=manuscript_id, known=known, text=source, moment=at))


def delete(session: Session, perimeter: Perimeter, manuscript_id: str) -> bool:
    """Forget one; False when there is none."""
    return touched(session, _DELETE, bound(perimeter, deleted=manuscript_id))


def _manuscript(row: object) -> Manuscript:
    return Manuscript(*(getattr(row, name) for name in Manuscript.__dataclass_fields__))
