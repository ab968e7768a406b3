"""Revisions: the successive states of a document's PDF, each one extending the file before it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RevisionKind(StrEnum):
    """What a revision added."""

    DRAWN = "drawn"
    SIGNATURE = "signature"
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Revision:
    """One file of ``size`` bytes; ``position`` counts from 1, ``act_id`` is the act that it shows, if any."""

    position: int
    kind: RevisionKind
    act_id: str | None
    sha256: str
    size: int
    at: datetime
