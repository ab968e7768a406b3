"""Who helped to fill a draft, as its people told."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.errors import NotFound
from questionnaire.storage.ids import new_id
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.together import assistance

_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_ALL = select(assistance).where(assistance.c.draft_id.in_(_DRAFT)).order_by(assistance.c.at, assistance.c.id)
_REMOVE = assistance.delete().where(assistance.c.draft_id.in_(_DRAFT), assistance.c.id == bindparam("assistance"))
_COUNT = select(func.count()).select_from(assistance).where(assistance.c.draft_id.in_(_DRAFT))


@dataclass(frozen=True, slots=True)
class Assistance:
    """Somebody who helped, by name or by role, and how: words among « lecture », « saisie », « reformulation »."""

    id: str
    name: str
    means: tuple[str, ...]


def add(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    name: str,
    means: tuple[str, ...],
    *,
    person_id: str,
    at: datetime,
) -> None:
    """Record that somebody helped; raises NotFound."""
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    values = {"id": new_id(), "draft_id": draft_id, "name": name, "means": " ".join(means)}
    session.execute(assistance.insert(), {**values, "person_id": person_id, "at": at})


def of_draft(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[Assistance, ...]:
    """Everybody who helped, in the order told."""
    rows = session.execute(_ALL, bound(perimeter, draft=draft_id))
    return tuple(Assistance(row.id, row.name, tuple(row.means.split())) for row in rows)


def remove(session: Session, perimeter: Perimeter, draft_id: str, assistance_id: str) -> None:
    """Take back what was told; raises NotFound, also when it was already."""
    if not touched(session, _REMOVE, bound(perimeter, draft=draft_id, assistance=assistance_id)):
        raise NotFound("Cette personne n’est plus nommée.")


def count(session: Session, perimeter: Perimeter, draft_id: str) -> int:
    """How many people are told to have helped."""
    return session.execute(_COUNT, bound(perimeter, draft=draft_id)).scalar_one()
