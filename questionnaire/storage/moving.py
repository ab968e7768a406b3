"""Drafts moved to another version of their form, with what becomes of their answers; the versions that they left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.filling import Change
from questionnaire.lifecycle import FormRef
from questionnaire.storage.answers import noted
from questionnaire.storage.errors import StaleRevision
from questionnaire.storage.scope import bound, inside, touched
from questionnaire.storage.sealing import Answers
from questionnaire.storage.tables.answers import answer, answer_change
from questionnaire.storage.tables.drafts import draft, left_version

_MOVE = (
    draft.update()
    .where(
        draft.c.id == bindparam("moved"),
        inside(draft),
        draft.c.revision == bindparam("seen"),
        draft.c.finalised_at.is_(None),
    )
    .values(
        revision=draft.c.revision + 1,
        updated_at=bindparam("moment"),
        version=bindparam("to_version"),
        digest=bindparam("to_digest"),
    )
)
_REWRITE = (
    answer.update()
    .where(answer.c.draft_id == bindparam("of_draft"), answer.c.path == bindparam("at_path"))
    .values(value=bindparam("new_value"), revision=bindparam("new_revision"))
)

_LEFT = (
    select(left_version)
    .join(draft, draft.c.id == left_version.c.draft_id)
    .where(draft.c.id == bindparam("draft"), inside(draft))
    .order_by(left_version.c.revision)
)


@dataclass(frozen=True, slots=True)
class Target:
    """The version to which a draft moves, the digest of the one it has ``left``, and the revision that was read."""

    form: FormRef
    left: str
    seen: int


@dataclass(frozen=True, slots=True)
class LeftVersion:
    """A version that a draft followed until ``revision``, that of its move."""

    digest: str
    revision: int
    at: datetime


def move(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    target: Target,
    changes: Sequence[Change],
    *,
    person_id: str,
    at: datetime,
) -> int:
    """Move a draft; gives its new revision, which there is even without a change.

    ``changes`` are noted as those of the person; the answers keep the name of whoever gave them, which is what opens
    reserved ones. Raises StaleRevision, and changes nothing, when the draft has moved on or is finalised.
    """
    seen, form = target.seen, {"to_version": target.form.version, "to_digest": target.form.digest}
    if not touched(session, _MOVE, bound(perimeter, moved=draft_id, seen=seen, moment=at, **form)):
        raise StaleRevision("Ce brouillon a été modifié entre-temps.")
    row = {"draft_id": draft_id, "revision": seen + 1, "digest": target.left, "at": at}
    session.execute(left_version.insert(), [row])
    stored = Answers(session, draft_id).stored
    if changes:
        rows = [(change.path, stored(change.path, change.after, sealed=change.sensitive)) for change in changes]
        session.connection().execute(
            _REWRITE,
            [
                {"of_draft": draft_id, "at_path": path, "new_value": value, "new_revision": seen + 1}
                for path, value in rows
            ],
        )
        common = {"draft_id": draft_id, "person_id": person_id, "at": at, "revision": seen + 1}
        session.execute(answer_change.insert(), [{**common, **noted(stored, each)} for each in changes])
    return seen + 1


def left(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[LeftVersion, ...]:
    """The versions that a draft has left, the oldest first."""
    rows = session.execute(_LEFT, bound(perimeter, draft=draft_id))
    return tuple(LeftVersion(row.digest, row.revision, row.at) for row in rows)
