"""Presence: a page calls, and hears who else called lately."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.tables.presence import presence
from questionnaire.storage.upsert import insert

_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_OTHERS = (
    select(person.c.first_name, person.c.last_name, presence.c.section)
    .join(person, person.c.id == presence.c.person_id)
    .join(draft, draft.c.id == presence.c.draft_id)
    .where(
        presence.c.draft_id == bindparam("draft"),
        presence.c.person_id != bindparam("person"),
        presence.c.at > bindparam("since"),
        inside(draft),
    )
    .order_by(person.c.first_name, person.c.last_name)
)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has a part of the draft open."""

    first_name: str
    last_name: str
    section: str


def call(session: Session, perimeter: Perimeter, draft_id: str, person_id: str, section: str, at: datetime) -> None:
    """Say that a person has a part open; raises NotFound."""
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    upsert = insert(session, presence).values(draft_id=draft_id, person_id=person_id, section=section, at=at)
    session.execute(
        upsert.on_conflict_do_update(
            index_elements=[presence.c.draft_id, presence.c.person_id],
            set_={name: upsert.excluded[name] for name in ("section", "at")},
        )
    )


def others(
    session: Session, perimeter: Perimeter, draft_id: str, person_id: str, since: datetime
) -> tuple[Present, ...]:
    """Who else called since a moment."""
    rows = session.execute(_OTHERS, bound(perimeter, draft=draft_id, person=person_id, since=since))
    return tuple(Present(*row) for row in rows)
