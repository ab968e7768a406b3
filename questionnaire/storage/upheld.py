"""Reasons for which odd answers of a draft were kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.apart import upheld
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.upsert import replacing

_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_ALL = (
    select(upheld.c.path, upheld.c.answer, upheld.c.reason, upheld.c.at, person.c.first_name, person.c.last_name)
    .join(person, person.c.id == upheld.c.person_id)
    .where(upheld.c.draft_id.in_(_DRAFT))
    .order_by(upheld.c.path)
)


@dataclass(frozen=True, slots=True)
class Upheld:
    """A ``reason``, and the digest of the ``answer`` that it was given for; ``by`` is the name of whoever gave it."""

    answer: str
    reason: str
    by: str
    at: datetime


def of_draft(session: Session, perimeter: Perimeter, draft_id: str) -> dict[str, Upheld]:
    """The last reason given at each path, whether its answer still stands or not."""
    rows = session.execute(_ALL, bound(perimeter, draft=draft_id))
    return {row.path: Upheld(row.answer, row.reason, f"{row.first_name} {row.last_name}", row.at) for row in rows}


def keep(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    reasons: Mapping[str, tuple[str, str]],
    *,
    person_id: str,
    at: datetime,
) -> None:
    """Store reasons by path, each with the digest of its answer first; they take the place of earlier ones.

    Raises NotFound.
    """
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    common = {"draft_id": draft_id, "person_id": person_id, "at": at}
    rows = [common | {"path": path, "answer": answer, "reason": text} for path, (answer, text) in reasons.items()]
    if rows:
        session.execute(replacing(session, upheld, "answer", "reason", "person_id", "at"), rows)
