"""The changes of a draft."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One line of the history; ``take_back`` gives the answer its value of before, None where that is no use."""

    label: str
    who: str
    when: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    take_back: Post | None = None


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A page of the changes of a draft, the latest first, and the ways to the pages around it."""

    title: str
    lead: str
    changes: tuple[ChangeView, ...]
    empty: EmptyState | None = None
    notice: Notice | None = None
    newer: Link | None = None
    older: Link | None = None
