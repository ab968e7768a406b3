"""The journal of a document, under its draft's id from the first event to the archive."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Person
from questionnaire.lifecycle import GENESIS, Event, EventKind, JournalEntry, Link, canonical_json, record
from questionnaire.lifecycle.journal import event_content
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.journal import journal_event

SALT_BYTES = 32

# Locked, so that two writers on PostgreSQL do not follow the same event; SQLite has one writer at a time.
_PLACE = select(draft.c.id).where(draft.c.id == bindparam("draft"), inside(draft)).with_for_update()
_EVENTS = (
    select(journal_event)
    .join(draft, draft.c.id == journal_event.c.draft_id)
    .where(draft.c.id == bindparam("draft"), inside(draft))
    .order_by(journal_event.c.sequence)
)
_LAST = (
    select(journal_event.c.sequence, journal_event.c.hash)
    .where(journal_event.c.draft_id == bindparam("draft"))
    .order_by(journal_event.c.sequence.desc())
    .limit(1)
)


def write(
    session: Session,
    perimeter: Perimeter,
    draft_id: str,
    kind: EventKind,
    at: datetime,
    *,
    by: tuple[Person, str] | None = None,
    details: Mapping[str, Any] | None = None,
) -> JournalEntry:
    """Add an event; ``by`` is a person and their role there, None the machine. Raises NotFound."""
    one(session, _PLACE, bound(perimeter, draft=draft_id))
    last = session.execute(_LAST, {"draft": draft_id}).one_or_none()
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, GENESIS)
    person, role = by or (None, None)
    event = Event(sequence, at, kind, person.name if person else None, role, details or {})
    entry = record(event, previous, secrets.token_hex(SALT_BYTES))
    session.execute(journal_event.insert(), _row(draft_id, person, event, entry.link))
    return entry


def _row(draft_id: str, person: Person | None, event: Event, link: Link) -> dict[str, Any]:
    return {
        "draft_id": draft_id,
        "sequence": event.sequence,
        "at": event.at,
        "kind": event.kind,
        "person_id": person.id if person else None,
        "person_name": event.person_name,
        "role": event.role,
        "details": canonical_json(dict(event.details)),
        "salt": link.salt,
        "digest": link.digest,
        "previous": link.previous,
        "hash": link.hash,
    }


def read(session: Session, perimeter: Perimeter, draft_id: str) -> tuple[JournalEntry, ...]:
    """The events of a document in order; ``lifecycle.verify_chain`` takes their links."""
    return tuple(map(_entry, session.execute(_EVENTS, bound(perimeter, draft=draft_id))))


def _entry(row: Row[Any]) -> JournalEntry:
    event = None
    if row.salt is not None:
        details = json.loads(row.details or "{}")
        event = Event(row.sequence, row.at, EventKind(row.kind), row.person_name, row.role, details)
    content = event_content(event) if event else None
    return JournalEntry(event, Link(row.sequence, row.digest, row.previous, row.hash, row.salt, content))
