"""Sealing anew what is stored: under the first key, whatever was in clear or under another one."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Table, Update, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.cipher import Cipher, is_sealed
from questionnaire.storage.kept import place_of
from questionnaire.storage.reserved import opened_content, sealed_content
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.sealing import Sensitive, answer_place, cipher_of, submission_place
from questionnaire.storage.tables.answers import answer, answer_change, prefilled
from questionnaire.storage.tables.apart import reserved_answer, upheld
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.kept import kept_post
from questionnaire.storage.upheld import opened_reason, sealed_reason

_LISTED = {table: select(table.c.id, table.c.digest).where(inside(table)) for table in (draft, submission)}
_OF_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_OF_SUBMISSION = select(submission).where(submission.c.id == bindparam("submission"), inside(submission))

Anew = tuple[Update, list[dict[str, Any]]]
"""A statement and what it is to be run with, for all the rows that change."""


def drafts(session: Session, perimeter: Perimeter) -> tuple[tuple[str, str], ...]:
    """Every draft, finalised ones too, with the digest of its form."""
    return tuple((row.id, row.digest) for row in session.execute(_LISTED[draft], bound(perimeter)))


def submissions(session: Session, perimeter: Perimeter) -> tuple[tuple[str, str], ...]:
    """Every frozen document, with the digest of its form."""
    return tuple((row.id, row.digest) for row in session.execute(_LISTED[submission], bound(perimeter)))


def reseal_draft(session: Session, perimeter: Perimeter, draft_id: str, sensitive: Sensitive) -> int:
    """Seal anew the sensitive answers of a draft, their history and the reasons given for them; how many rows changed.

    All or nothing: raises NotFound, KeyMissing or SealBroken before anything is written.
    """
    one(session, _OF_DRAFT, bound(perimeter, draft=draft_id))
    again = _Again(cipher_of(session), draft_id)
    found = (
        _rows(session, answer, draft_id, sensitive),
        _rows(session, prefilled, draft_id, sensitive),
        _rows(session, answer_change, draft_id, sensitive),
        _rows(session, upheld, draft_id, sensitive),
    )
    return _run(
        session,
        [
            (_update(answer, "draft_id", "path"), list(again.alike(found[0]))),
            (_update(prefilled, "draft_id", "path"), list(again.alike(found[1]))),
            (_update(answer_change, "id"), list(again.changes(found[2]))),
            (_update(upheld, "draft_id", "path"), list(again.reasons(found[3]))),
        ],
    )


def _rows(session: Session, table: Table, draft_id: str, sensitive: Sensitive) -> list[Row[Any]]:
    """The rows that are to be sealed, and those that are already: an earlier version of the form may have said so."""
    return [
        row
        for row in session.execute(select(table).where(table.c.draft_id == bindparam("draft")), {"draft": draft_id})
        if sensitive(row.path) or any(isinstance(each, str) and is_sealed(each) for each in row)
    ]


class _Again:
    """What replaces the rows of one draft that are not sealed under the first key."""

    def __init__(self, cipher: Cipher, draft_id: str) -> None:
        self._cipher = cipher
        self._draft_id = draft_id
        self._known: dict[tuple[str, str], str] = {}

    def _sealed(self, path: str, stored: str | None) -> str | None:
        if stored is None or self._cipher.is_current(stored):
            return stored
        place = answer_place(self._draft_id, path)
        return self._cipher.seal(self._cipher.open(stored, *place), *place)

    def alike(self, rows: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
        """Of answers and of first answers: those that were stored alike stay so, which is how they are known."""
        for row in rows:
            if row.value is None or self._cipher.is_current(row.value):
                continue
            key = row.path, row.value
            self._known[key] = self._known.get(key) or str(self._sealed(*key))
            yield {"at_draft_id": self._draft_id, "at_path": row.path, "value": self._known[key]}

    def changes(self, rows: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            before, after = self._sealed(row.path, row.before), self._sealed(row.path, row.after)
            if (before, after) != (row.before, row.after):
                yield {"at_id": row.id, "before": before, "after": after}

    def reasons(self, rows: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            if not self._cipher.is_current(row.reason):
                clear = opened_reason(self._cipher, self._draft_id, row.path, row.answer, row.reason)
                sealed = sealed_reason(self._cipher, self._draft_id, row.path, *clear)
                yield {"at_draft_id": self._draft_id, "at_path": row.path, **sealed}


def reseal_submission(session: Session, perimeter: Perimeter, submission_id: str, *, sensitive: bool) -> int:
    """Seal anew a frozen document that has sensitive answers, and its reserved answers; how many rows changed.

    All or nothing: raises NotFound, KeyMissing or SealBroken before anything is written.
    """
    row = one(session, _OF_SUBMISSION, bound(perimeter, submission=submission_id))
    cipher = cipher_of(session)
    return _run(
        session,
        [
            (_update(submission, "id"), list(_frozen(cipher, row)) if sensitive else []),
            (_update(reserved_answer, "submission_id", "path"), list(_reserved(session, cipher, submission_id))),
        ],
    )


def _frozen(cipher: Cipher, row: Row[Any]) -> Iterator[dict[str, Any]]:
    if cipher.is_current(row.answers) and cipher.is_current(row.context):
        return
    new = {"at_id": row.id}
    for part, stored in (("answers", row.answers), ("context", row.context)):
        place = submission_place(row.id, part)
        new[part] = cipher.seal(cipher.open(stored, *place), *place)
    yield new


def _reserved(session: Session, cipher: Cipher, submission_id: str) -> Iterator[dict[str, Any]]:
    rows = session.execute(select(reserved_answer).where(reserved_answer.c.submission_id == submission_id)).all()
    for row in rows:
        if row.content is not None and not cipher.is_current(row.content):
            clear = opened_content(cipher, submission_id, row.path, row.content, row.salt)
            sealed = sealed_content(cipher, submission_id, row.path, *clear)
            yield {"at_submission_id": submission_id, "at_path": row.path, **sealed}


def reseal_kept(session: Session) -> int:
    """Seal anew the posts kept for those whose session ended; how many changed."""
    cipher = cipher_of(session)
    new = []
    for row in session.execute(select(kept_post)).all():
        if not cipher.is_current(row.fields):
            place = place_of(row.account_id, row.draft_id, row.section)
            key = {f"at_{name}": getattr(row, name) for name in ("account_id", "draft_id", "section")}
            new.append({**key, "fields": cipher.seal(cipher.open(row.fields, *place), *place)})
    return _run(session, [(_update(kept_post, "account_id", "draft_id", "section"), new)])


def _update(table: Table, *key: str) -> Update:
    return table.update().where(*(table.c[name] == bindparam(f"at_{name}") for name in key))


def _run(session: Session, anew: Sequence[Anew]) -> int:
    for statement, rows in anew:
        if rows:
            session.connection().execute(statement, rows)
    return sum(len(rows) for _, rows in anew)
