"""Frozen answers that stand apart from the common document, each in a row that may be erased."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.filling import Reason
from questionnaire.lifecycle.chain import canonical_json, salted_digest
from questionnaire.spec.values import Json
from questionnaire.storage.cipher import Cipher, is_sealed
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.sealing import cipher_of, submission_place
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
    """Keep the reserved answers of a document, sealed where there is a key; gives their salted digests.

    Raises NotFound.
    """
    one(session, _SUBMISSION, bound(perimeter, submission=submission_id))
    cipher = cipher_of(session)
    rows = [{"submission_id": submission_id, **_row(cipher, submission_id, answer)} for answer in answers]
    if rows:
        session.execute(reserved_answer.insert(), rows)
    return tuple(row["digest"] for row in rows)


def _row(cipher: Cipher, submission_id: str, answer: ReservedAnswer) -> dict[str, Any]:
    reason = [answer.reason.text, answer.reason.by] if answer.reason else None
    content = canonical_json({"path": answer.path, "value": answer.value, "reason": reason})
    salt = secrets.token_hex(SALT_BYTES)
    digest = salted_digest(salt, content)
    common = {"path": answer.path, "person_id": answer.person_id, "digest": digest}
    return common | sealed_content(cipher, submission_id, answer.path, content, salt)


def sealed_content(cipher: Cipher, submission_id: str, path: str, content: str, salt: str) -> dict[str, str | None]:
    """The columns ``content`` and ``salt``: beside a salt in clear, the digest of a short answer would tell it."""
    if not cipher:
        return {"content": content, "salt": salt}
    return {"content": cipher.seal(salt + content, *submission_place(submission_id, path)), "salt": None}


def opened_content(cipher: Cipher, submission_id: str, path: str, content: str, salt: str | None) -> tuple[str, str]:
    """The content and the salt of a row that was not erased. Raises KeyMissing or SealBroken."""
    if not is_sealed(content):
        return content, salt or ""
    text = cipher.open(content, *submission_place(submission_id, path))
    return text[2 * SALT_BYTES :], text[: 2 * SALT_BYTES]


def of_submission(session: Session, perimeter: Perimeter, submission_id: str) -> tuple[ReservedAnswer, ...]:
    """The reserved answers of a document that were not erased, by path. Who may read each is the journey's business."""
    found = session.execute(_ALL, bound(perimeter, submission=submission_id))
    cipher = cipher_of(session)
    return tuple(_answer(cipher, row) for row in found)


def _answer(cipher: Cipher, row: Row[Any]) -> ReservedAnswer:
    kept = json.loads(opened_content(cipher, row.submission_id, row.path, row.content, row.salt)[0])
    reason = Reason(*kept["reason"]) if kept["reason"] else None
    return ReservedAnswer(kept["path"], kept["value"], row.person_id, reason)


def erase(session: Session, perimeter: Perimeter, submission_id: str) -> None:
    """Erase the reserved answers of a document: contents, authors and salts go, digests stay. Raises NotFound."""
    one(session, _SUBMISSION, bound(perimeter, submission=submission_id))
    session.execute(_ERASE, bound(perimeter, submission=submission_id))
