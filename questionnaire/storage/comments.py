"""Comments on the questions of a draft: written, read by thread, settled, taken back by their author."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Row, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.storage.errors import NotFound
from questionnaire.storage.ids import new_id
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.tables.projects import project_member
from questionnaire.storage.tables.together import comment

_IN_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_ALL = (
    select(comment, person.c.first_name, person.c.last_name, project_member.c.role)
    .join(person, person.c.id == comment.c.person_id)
    .join(draft, draft.c.id == comment.c.draft_id)
    .outerjoin(
        project_member,
        (project_member.c.project_id == draft.c.project_id) & (project_member.c.person_id == comment.c.person_id),
    )
    .where(comment.c.draft_id.in_(_IN_DRAFT))
    .order_by(comment.c.at, comment.c.id)
)
_THREAD = _ALL.where(comment.c.path == bindparam("path"))
_COUNT = select(func.count()).select_from(comment).where(comment.c.draft_id.in_(_IN_DRAFT))
_SETTLE = (
    comment.update()
    .where(comment.c.draft_id.in_(_IN_DRAFT), comment.c.path == bindparam("thread"))
    .values(resolved_by=bindparam("person"), resolved_at=bindparam("moment"))
)
_REMOVE = comment.delete().where(
    comment.c.draft_id.in_(_IN_DRAFT), comment.c.id == bindparam("comment"), comment.c.person_id == bindparam("person")
)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote about the question at ``path``; ``settled`` when the team is done with it.

    ``role`` is the author's in the project, None for one who only reads it.
    """

    id: str
    path: str
    person_id: str
    author: str
    at: datetime
    text: str
    settled: bool
    role: Role | None


def add(
    session: Session, perimeter: Perimeter, draft_id: str, path: str, text: str, *, person_id: str, at: datetime
) -> None:
    """Write a comment; raises NotFound."""
    one(session, _IN_DRAFT, bound(perimeter, draft=draft_id))
    values = {"id": new_id(), "draft_id": draft_id, "path": path, "person_id": person_id, "at": at, "text": text}
    session.execute(comment.insert(), values)


def all_of(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[Comment, ...]:
    """Every comment of a draft, the oldest first."""
    return tuple(map(_comment, session.execute(_ALL, bound(perimeter, draft=draft_id))))


def thread(session: Session, perimeter: Perimeter, draft_id: str, path: str) -> tuple[Comment, ...]:
    """The comments on one question, the oldest first."""
    return tuple(map(_comment, session.execute(_THREAD, bound(perimeter, draft=draft_id, path=path))))


def count(session: Session, perimeter: Perimeter, draft_id: str) -> int:
    """How many comments a draft has."""
    return session.execute(_COUNT, bound(perimeter, draft=draft_id)).scalar_one()


def settle(session: Session, perimeter: Perimeter, draft_id: str, path: str, person_id: str, at: datetime) -> bool:
    """Take a thread as settled by a person; whether there is one."""
    return _mark(session, bound(perimeter, draft=draft_id, thread=path, person=person_id, moment=at))


def reopen(session: Session, perimeter: Perimeter, draft_id: str, path: str) -> bool:
    """Take a thread up again; whether there is one."""
    return _mark(session, bound(perimeter, draft=draft_id, thread=path, person=None, moment=None))


def _mark(session: Session, parameters: dict[str, Any]) -> bool:
    return cast("CursorResult[Any]", session.execute(_SETTLE, parameters)).rowcount > 0


def remove(session: Session, perimeter: Perimeter, draft_id: str, comment_id: str, person_id: str) -> None:
    """Delete a comment of one's own; raises NotFound for another's."""
    if not touched(session, _REMOVE, bound(perimeter, draft=draft_id, comment=comment_id, person=person_id)):
        raise NotFound("Ce commentaire n’existe plus, ou n’est pas de vous.")


def _comment(row: Row[Any]) -> Comment:
    author = f"{row.first_name} {row.last_name}"
    role = Role(row.role) if row.role else None
    return Comment(row.id, row.path, row.person_id, author, row.at, row.text, row.resolved_at is not None, role)
