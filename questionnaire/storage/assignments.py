"""The sections of a draft given to people of its team."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.together import assignment
from questionnaire.storage.upsert import insert

_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_IS_SECTION = (assignment.c.draft_id.in_(_DRAFT), assignment.c.section == bindparam("part"))
_HOLDER = select(assignment.c.person_id).where(*_IS_SECTION)
_RELEASE = assignment.delete().where(*_IS_SECTION)


def give(session: Session, perimeter: Perimeter, draft_id: str, section: str, person_id: str, at: datetime) -> None:
    """Give a section to a person, in place of whoever had it; raises NotFound."""
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    upsert = insert(session, assignment).values(draft_id=draft_id, section=section, person_id=person_id, at=at)
    session.execute(
        upsert.on_conflict_do_update(
            index_elements=[assignment.c.draft_id, assignment.c.section],
            set_={name: upsert.excluded[name] for name in ("person_id", "at")},
        )
    )


def release(session: Session, perimeter: Perimeter, draft_id: str, section: str) -> bool:
    """Take a section back; whether anybody had it."""
    return touched(session, _RELEASE, bound(perimeter, draft=draft_id, part=section))


def holder(session: Session, perimeter: Perimeter, draft_id: str, section: str) -> str | None:
    """The id of the person to whom a section is given."""
    return session.execute(_HOLDER, bound(perimeter, draft=draft_id, part=section)).scalar_one_or_none()
