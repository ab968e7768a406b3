"""Drafts that nobody touched for long: found, and deleted with the bare fact kept."""

from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle import Draft
from questionnaire.storage import files
from questionnaire.storage.drafts import of_row
from questionnaire.storage.scope import bound, inside, touched
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.expired import expired_draft

_IS_DUE = (
    draft.c.finalised_at.is_(None),
    draft.c.updated_at <= bindparam("limit"),
    or_(draft.c.active_at.is_(None), draft.c.active_at <= bindparam("limit")),
    inside(draft),
)
_DUE = select(draft).where(*_IS_DUE).order_by(draft.c.updated_at, draft.c.id).limit(1)
_UNTOUCHED = select(draft).where(*_IS_DUE).order_by(draft.c.updated_at, draft.c.id)
_DELETE = draft.delete().where(draft.c.id == bindparam("draft"), *_IS_DUE)


def next_due(session: Session, perimeter: Perimeter, limit: datetime) -> Draft | None:
    """The draft that has been left alone longest, if it has since ``limit``."""
    row = session.execute(_DUE, bound(perimeter, limit=limit)).one_or_none()
    return None if row is None else of_row(row)


def untouched(session: Session, perimeter: Perimeter, limit: datetime) -> tuple[Draft, ...]:
    """The drafts that have been left alone since ``limit``, the longest first."""
    return tuple(map(of_row, session.execute(_UNTOUCHED, bound(perimeter, limit=limit))))


def expire(session: Session, perimeter: Perimeter, due: Draft, limit: datetime, at: datetime) -> bool:
    """Delete a draft with all that belongs to it and keep the fact; False when it was touched meanwhile."""
    if not touched(session, _DELETE, bound(perimeter, draft=due.id, limit=limit)):
        return False
    session.execute(
        expired_draft.insert().values(
            id=due.id,
            organisation_id=due.organisation_id,
            form=due.form.form,
            version=due.form.version,
            last_activity=due.last_activity,
            deleted_at=at,
        )
    )
    files.clear(session, perimeter, due.id, due.organisation_id)
    return True
