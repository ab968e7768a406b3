"""Frozen answers that stand apart from the common document, each in a row that may be erased."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.filling import Reason
from questionnaire.lifecycle.chain import canonical_json, salted_digest
from questionnaire.spec.values import Json
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.apart import reserved_answer
from questionnaire.storage.tables.documents import submission

SALT_BYTES = 32

_SUBMISSION = select(submission.c.id).where(submission.c.id == bindparam("submission"), inside(submission))
_ALL = (
    select(reserved_answer)
    .where(reserved_answer.c.submission_id.in_(_SUBMISSION), reserved_answer.c.content.is_not(None))
    .order_by(reserved_answer.c.path)
)
_ERASE = (
    reserved_answer.update()
    .where(reserved_answer.c.submission_id.in_(_SUBMISSION))
    .values(content=None, salt=None, person_id=None)
)


@dataclass(frozen=True, slots=True)
class ReservedAnswer:
    """An answer as files write it, who gave it where somebody did, and the reason it was kept for if it was odd."""

    path: str
    value: Json
    person_id: str | None
    reason: Reason | None = None


def add(
    session: Session, perimeter: Perimeter, submission_id: str, answers: Iterable[ReservedAnswer]
) -> tuple[str, ...]:
    """Keep the reserved answers of a document; gives their salted digests. Raises NotFound."""
    one(session, _SUBMISSION, bound(perimeter, submission=submission_id))
    rows = [{"submission_id": submission_id, **_row(answer)} for answer in answers]
    if rows:
        session.execute(reserved_answer.insert(), rows)
    return tuple(row["digest"] for row in rows)


def _row(answer: ReservedAnswer) -> dict[str, Any]:
    reason = [answer.reason.text, answer.reason.by] if answer.reason else None
    content = canonical_json({"path": answer.path, "value": answer.value, "reason": reason})
    salt = secrets.token_hex(SALT_BYTES)
    digest = salted_digest(salt, content)
    return {"path": answer.path, "content": content, "person_id": answer.person_id, "salt": salt, "digest": digest}


def of_submission(session: Session, perimeter: Perimeter, submission_id: str) -> tuple[ReservedAnswer, ...]:
    """The reserved answers of a document that were not erased, by path. Who may read each is the journey's business."""
    found = session.execute(_ALL, bound(perimeter, submission=submission_id))
    return tuple(_answer(json.loads(row.content), row.person_id) for row in found)


def _answer(kept: dict[str, Any], person_id: str | None) -> ReservedAnswer:
    reason = Reason(*kept["reason"]) if kept["reason"] else None
    return ReservedAnswer(kept["path"], kept["value"], person_id, reason)


def erase(session: Session, perimeter: Perimeter, submission_id: str) -> None:
    """Erase the reserved answers of a document: contents, authors and salts go, digests stay. Raises NotFound."""
    one(session, _SUBMISSION, bound(perimeter, submission=submission_id))
    session.execute(_ERASE, bound(perimeter, submission=submission_id))
