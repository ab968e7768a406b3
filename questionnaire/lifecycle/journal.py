"""The journal of a document: what happened, when, by whom; never an answer, an address or a browser."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from questionnaire.lifecycle.chain import Link, append, canonical_json


class EventKind(StrEnum):
    """What can happen to a document."""

    CREATED = "created"
    MOVED = "moved"
    FINALISED = "finalised"
    DRAWN = "drawn"
    SIGNED = "signed"
    SIGNATURE_ADDED = "signature_added"
    SEALED = "sealed"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Event:
    """One event, without person if the machine did it. ``details``: hashes, versions, methods, as JSON."""

    sequence: int
    at: datetime
    kind: EventKind
    person_name: str | None
    role: str | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An event and its link in the document's chain; without event once erased."""

    event: Event | None
    link: Link


def record(event: Event, previous: str, salt: str) -> JournalEntry:
    """An event as the link that follows ``previous``."""
    return JournalEntry(event, append(event.sequence, previous, salt, event_content(event)))


def event_content(event: Event) -> str:
    """What a link's digest covers."""
    return canonical_json(_plain(event))


def journal_line(entry: JournalEntry) -> dict[str, Any]:
    """An entry as plain data for the PDF's attachment: enough to verify the chain with nothing else."""
    link = entry.link
    hashes = {"salt": link.salt, "digest": link.digest, "previous": link.previous, "hash": link.hash}
    return {
        "event": None if entry.event is None else _plain(entry.event),
        "sequence": link.sequence,
        **hashes,
    }


def _plain(event: Event) -> dict[str, Any]:
    return {
        "sequence": event.sequence,
        "at": event.at.astimezone(UTC).isoformat(),
        "kind": event.kind,
        "person": event.person_name,
        "role": event.role,
        "details": dict(event.details),
    }
