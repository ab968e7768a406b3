"""The audit log on screen."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One line; ``day`` and ``hour`` in the reader's zone."""

    day: str
    hour: str
    who: str
    what: str
    subject: str
    details: str


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class AuditView:
    """A page of the log: what was asked for, the lines found, the way to older ones and to the whole as CSV."""

    url: str
    words: str
    since: str
    until: str
    kinds: tuple[Option, ...]
    error: str
    lines: tuple[DeedLine, ...]
    empty: EmptyState | None
    older: Link | None
    export_url: str
