"""What a verification answers, ready to be shown or written as JSON."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """The answer in one word."""

    AUTHENTIC = "authentic"
    MODIFIED = "modified"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SignatureFact:
    """One person's signature. ``role``, ``act`` and ``method`` are blank when its Reason is not one of ours.

    ``time`` is what the signing computer declared. ``valid``: intact, trusted, only lawful changes after it.
    """

    name: str
    role: str
    act: str
    method: str
    time: datetime | None
    valid: bool


@dataclass(frozen=True, slots=True)
class SealFact:
    """The establishment's seal: its certificate's name; ``demo`` for a demonstration's, without value."""

    name: str
    valid: bool
    demo: bool


@dataclass(frozen=True, slots=True)
class Declares:
    """What the file says of itself, unchecked: PDF/A part and level (« 3a »), PDF/UA part (« 1 »)."""

    pdfa: str | None = None
    pdfua: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The verdict and what it stands on; ``reasons`` are French sentences. No ``timestamp`` is read yet."""

    verdict: Verdict
    signatures: tuple[SignatureFact, ...] = ()
    seal: SealFact | None = None
    timestamp: None = None
    declares: Declares = Declares()
    reasons: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The public shape of ``documents verify --json``; instants in ISO 8601."""
        plain = asdict(self)
        for signature in plain["signatures"]:
            signature["time"] = signature["time"] and signature["time"].isoformat()
        plain["verdict"] = self.verdict.value
        return {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}


def unknown(reason: str) -> Report:
    """Nothing can be said of the file, for this reason."""
    return Report(Verdict.UNKNOWN, reasons=(reason,))
