"""Reasons for which odd answers of a draft were kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.cipher import Cipher, is_sealed
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.sealing import Sensitive, cipher_of, nothing
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

HIDDEN = "0" * 64
"""Stands in the column ``answer`` for a digest that is sealed with its reason."""


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
    cipher = cipher_of(session)
    return {row.path: _upheld(cipher, draft_id, row) for row in rows}


def _upheld(cipher: Cipher, draft_id: str, row: Any) -> Upheld:  # noqa: ANN401  # a row of ``_ALL``
    answer, reason = opened_reason(cipher, draft_id, row.path, row.answer, row.reason)
    return Upheld(answer, reason, f"{row.first_name} {row.last_name}", row.at)


def sealed_reason(cipher: Cipher, draft_id: str, path: str, answer: str, reason: str) -> dict[str, str]:
    """The columns ``answer`` and ``reason`` of a sensitive answer, its digest sealed too: it tells a short one."""
    if not cipher:
        return {"answer": answer, "reason": reason}
    return {"answer": HIDDEN, "reason": cipher.seal(answer + reason, *_place(draft_id, path))}


def opened_reason(cipher: Cipher, draft_id: str, path: str, answer: str, reason: str) -> tuple[str, str]:
    """The digest and the reason of a row. Raises KeyMissing or SealBroken."""
    if not is_sealed(reason):
        return answer, reason
    text = cipher.open(reason, *_place(draft_id, path))
    return text[: len(HIDDEN)], text[len(HIDDEN) :]


def _place(draft_id: str, path: str) -> tuple[str, ...]:
    return ("upheld", draft_id, path)


def keep(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    reasons: Mapping[str, tuple[str, str]],
    *,
    person_id: str,
    at: datetime,
    sensitive: Sensitive = nothing,
) -> None:
    """Store reasons by path, each with the digest of its answer first; they take the place of earlier ones.

    Raises NotFound.
    """
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    common = {"draft_id": draft_id, "person_id": person_id, "at": at}
    cipher = cipher_of(session)
    rows = [
        {**common, "path": path, **sealed_reason(cipher if sensitive(path) else Cipher(), draft_id, path, answer, text)}
        for path, (answer, text) in reasons.items()
    ]
    if rows:
        session.execute(replacing(session, upheld, "answer", "reason", "person_id", "at"), rows)
