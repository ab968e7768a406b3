"""Answers of a draft: read at once, read as they were, saved in three statements whatever their number."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.filling import Change, Origin
from questionnaire.spec.values import Json
from questionnaire.storage.errors import StaleRevision
from questionnaire.storage.records import AnswerChange, StoredAnswer
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.sealing import Answers
from questionnaire.storage.tables.answers import answer, answer_change, prefilled
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.upsert import replacing

_ALL = (
    select(
        answer.c.path,
        answer.c.value,
        answer.c.revision,
        answer.c.person_id,
        answer.c.at,
        prefilled.c.origin,
        prefilled.c.document,
    )
    .join(draft, draft.c.id == answer.c.draft_id)
    .outerjoin(
        prefilled,
        (prefilled.c.draft_id == answer.c.draft_id)
        & (prefilled.c.path == answer.c.path)
        & (prefilled.c.value == answer.c.value),
    )
    .where(draft.c.id == bindparam("draft"), inside(draft))
)
_CHANGES = (
    select(answer_change)
    .join(draft, draft.c.id == answer_change.c.draft_id)
    .where(draft.c.id == bindparam("draft"), inside(draft))
    .order_by(answer_change.c.revision, answer_change.c.id)
)
_SINCE = _CHANGES.where(
    answer_change.c.revision > bindparam("seen"), answer_change.c.path.in_(bindparam("paths", expanding=True))
).with_only_columns(answer_change.c.path, answer_change.c.before)
_HISTORY = _CHANGES.where(answer_change.c.path == bindparam("path"))
_LOG = _CHANGES.order_by(None).order_by(answer_change.c.id.desc())
_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_NOTE = answer_change.insert()
_ADVANCE = (
    draft.update()
    .where(
        draft.c.id == bindparam("saved"),
        inside(draft),
        draft.c.revision == bindparam("seen"),
        draft.c.finalised_at.is_(None),
    )
    .values(revision=draft.c.revision + 1, updated_at=bindparam("moment"))
)


def all_of(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[StoredAnswer, ...]:
    """Every answer of a draft, emptied ones too, in one statement."""
    rows = session.execute(_ALL, bound(perimeter, draft=draft_id))
    read = Answers(session, draft_id).read
    return tuple(
        StoredAnswer(path, read(path, value), revision, person_id, at, Origin(origin, document) if origin else None)
        for path, value, revision, person_id, at, origin, document in rows
    )


def values_at(
    session: Session, perimeter: Perimeter, draft_id: str, revision: int, paths: Iterable[str]
) -> dict[str, Json]:
    """What stood at those of these paths that changed since an older revision; the others are as now."""
    rows = session.execute(_SINCE, bound(perimeter, draft=draft_id, seen=revision, paths=sorted(paths)))
    kept = Answers(session, draft_id)
    values: dict[str, Json] = {}
    for path, before in rows:
        values.setdefault(path, kept.read(path, before))  # the first change since tells what stood there
    return values


def save(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    seen: int,
    changes: Sequence[Change],
    *,
    person_id: str,
    at: datetime,
) -> int:
    """Store changes read against revision ``seen``, log them, and give the new revision.

    Raises StaleRevision, and stores nothing, when the draft has moved since or is finalised. No change: no
    new revision.
    """
    if not changes:
        return seen
    if not touched(session, _ADVANCE, bound(perimeter, saved=draft_id, seen=seen, moment=at)):
        raise StaleRevision("Ce brouillon a été modifié entre-temps.")
    stored = Answers(session, draft_id).stored
    common = {"draft_id": draft_id, "person_id": person_id, "at": at, "revision": seen + 1}
    session.execute(
        replacing(session, answer, "value", "person_id", "at", "revision"),
        [
            {**common, "path": change.path, "value": stored(change.path, change.after, sealed=change.sensitive)}
            for change in changes
        ],
    )
    session.execute(_NOTE, [{**common, **noted(stored, each)} for each in changes])
    return seen + 1


def noted(stored: Callable[..., str | None], change: Change) -> dict[str, str | None]:
    """What the log keeps of a change; ``stored`` is how the draft writes values."""
    before = stored(change.path, change.before, sealed=change.sensitive)
    after = stored(change.path, change.after, sealed=change.sensitive)
    return {"path": change.path, "before": before, "after": after}


def give(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    first: Sequence[tuple[Change, Origin]],
    *,
    person_id: str,
    at: datetime,
) -> None:
    """Store first answers of a draft, and where they came from where that is told: they are nobody's change.

    Raises NotFound.
    """
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    if not first:
        return
    kept = Answers(session, draft_id)
    # Sealed once: an answer that nobody changed is known by being stored alike in both tables.
    stored = {change.path: kept.stored(change.path, change.after, sealed=change.sensitive) for change, _ in first}
    common = {"draft_id": draft_id, "person_id": person_id, "at": at, "revision": 0}
    session.execute(answer.insert(), [{**common, "path": path, "value": value} for path, value in stored.items()])
    session.execute(
        prefilled.insert(),
        [
            {
                "draft_id": draft_id,
                "path": change.path,
                "value": stored[change.path],
                "origin": origin.text,
                "document": origin.document,
            }
            for change, origin in first
        ],
    )


def history(session: Session, perimeter: Perimeter, draft_id: str, path: str) -> tuple[AnswerChange, ...]:
    """The changes of one answer, the oldest first."""
    rows = session.execute(_HISTORY, bound(perimeter, draft=draft_id, path=path))
    return _changes(session, draft_id, rows)


def log(session: Session, perimeter: Perimeter, draft_id: str, most: int) -> tuple[AnswerChange, ...]:
    """The last changes of a draft, the latest first, ``most`` of them at most."""
    rows = session.execute(_LOG.limit(most), bound(perimeter, draft=draft_id))
    return _changes(session, draft_id, rows)


def _changes(session: Session, draft_id: str, rows: Iterable[Row[Any]]) -> tuple[AnswerChange, ...]:
    read = Answers(session, draft_id).read
    return tuple(
        AnswerChange(
            row.path, read(row.path, row.before), read(row.path, row.after), row.revision, row.person_id, row.at
        )
        for row in rows
    )
