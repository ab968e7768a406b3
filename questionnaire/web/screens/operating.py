"""The page of the installation's state."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import Notice, Post


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What one check found; ``badge`` is its look: signed, attention or refused."""

    title: str
    badge: str
    label: str
    said: str
    remedy: str


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A work or a letter that failed: what it is, when, why, what to do, and the button that tries it again."""

    what: str
    when: str
    why: str
    remedy: str
    retry: Post | None


@dataclass(frozen=True, slots=True)
class InstallationView:
    """The whole page; what waits and failed is that of the organisations that the reader administers."""

    title: str
    notice: Notice | None
    findings: tuple[FindingRow, ...]
    waiting: tuple[Fact, ...]
    works: tuple[FailedRow, ...]
    letters: tuple[FailedRow, ...]
    seal: tuple[Fact, ...]
    storage: tuple[Fact, ...]
    versions: tuple[Fact, ...]
    settings: tuple[Fact, ...]
