"""Files joined to drafts: recorded, found, kept at the freeze, cleared with what nobody needs any more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.spec.values import FileRef
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.files import file_clearing, joined_file
from questionnaire.storage.upsert import replacing

_DRAFT = select(draft.c.id, draft.c.organisation_id).where(draft.c.id == bindparam("draft"), inside(draft))
_ALL = (
    select(joined_file)
    .join(draft, draft.c.id == joined_file.c.draft_id)
    .where(draft.c.id == bindparam("draft"), inside(draft))
    .order_by(joined_file.c.at, joined_file.c.path, joined_file.c.sha256)
)
_IDS = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft))
_FORGET = joined_file.delete().where(
    joined_file.c.draft_id.in_(_IDS), joined_file.c.sha256.not_in(bindparam("kept", expanding=True))
)
_NEXT = select(file_clearing.c.draft_id).where(inside(file_clearing)).order_by(file_clearing.c.draft_id).limit(1)
_CLEARED = file_clearing.delete().where(file_clearing.c.draft_id == bindparam("draft"), inside(file_clearing))


@dataclass(frozen=True, slots=True)
class JoinedFile:
    """A file, the path at which it was joined, by whom and when."""

    path: str
    ref: FileRef
    person_id: str
    at: datetime


def add(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    path: str,
    refs: Sequence[FileRef],
    *,
    person_id: str,
    at: datetime,
) -> None:
    """Record files whose blobs are kept; the same again takes its last name. Raises NotFound."""
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    common = {"draft_id": draft_id, "path": path, "person_id": person_id, "at": at}
    rows = [
        {**common, "sha256": ref.sha256, "name": ref.name, "media_type": ref.media_type, "size": ref.size}
        for ref in refs
    ]
    if rows:
        session.execute(replacing(session, joined_file, "name", "person_id", "at"), rows)


def of_draft(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[JoinedFile, ...]:
    """Every file ever joined to a draft, those taken away too, the oldest first."""
    return tuple(map(_joined, session.execute(_ALL, bound(perimeter, draft=draft_id))))


def keep_only(session: Session, perimeter: Perimeter, draft_id: str, kept: Collection[str]) -> None:
    """Forget the files of a draft but those of these SHA-256, and have their blobs cleared. Raises NotFound."""
    place = one(session, _DRAFT, bound(perimeter, draft=draft_id))
    session.execute(_FORGET, bound(perimeter, draft=draft_id, kept=sorted(kept)))
    clear(session, perimeter, draft_id, place.organisation_id)


def clear(session: Session, perimeter: Perimeter, draft_id: str, organisation_id: str) -> None:
    """Have the blobs of a draft cleared that no row names: all of them, once it is deleted. Raises NotFound."""
    claim(perimeter, organisation_id)
    row = {"draft_id": draft_id, "organisation_id": organisation_id}
    session.execute(replacing(session, file_clearing, "organisation_id"), [row])


def next_clearing(session: Session, perimeter: Perimeter) -> str | None:
    """A draft whose blobs are to be cleared."""
    return session.execute(_NEXT, bound(perimeter)).scalar_one_or_none()


def cleared(session: Session, perimeter: Perimeter, draft_id: str) -> bool:
    """Nothing is left to clear of a draft; whether there was something."""
    return touched(session, _CLEARED, bound(perimeter, draft=draft_id))


def _joined(row: Row[Any]) -> JoinedFile:
    return JoinedFile(row.path, FileRef(row.sha256, row.name, row.size, row.media_type), row.person_id, row.at)
