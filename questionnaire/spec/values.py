"""The typed values that answers hold, and what stands for an answer nobody could read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Declined:
    """« Je ne me prononce pas »: an answer for whoever must answer, a blank for every calculation, never a 0.

    ``name`` is how the form calls it, such as ``nsp``; so it is written in the database and in answers files.
    """

    name: str


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file of a document: the SHA-256 of its content (hexadecimal), its name, its size in bytes, its media type."""

    sha256: str
    name: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Files:
    """The files that answer a question, in the order in which they came; never empty, never twice the same."""

    refs: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included; ``last`` is never before ``first``."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days there are, 1 at least."""
        return (self.last - self.first).days + 1

    @property
    def written(self) -> str:
        """As ISO 8601 writes it: ``2026-03-01/2026-04-12``."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


Value = str | int | float | Decimal | date | tuple[str, ...] | bool | Declined | Files | Period | None
"""None is blank; a float is what a rule computed; a tuple holds the names of the chosen options, in list order."""

Json = str | int | float | bool | list[str] | dict[str, str] | None
"""How one value is written in the database, in an answers file and in the PDF's attachment."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something was typed that the question cannot take. It is kept as typed, so that nothing is lost.

    ``code`` is stable and documented; ``message`` is the French sentence shown beside the field.
    """

    text: str
    code: str
    message: str


Answer = Value | Unreadable


def is_blank(answer: Answer) -> bool:
    """Whether nothing was answered: None, empty text, no option, a box left unticked."""
    return answer is None or answer is False or answer in {"", ()}
