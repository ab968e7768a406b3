"""The changes of a draft."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.shell import Notice, Post


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
    """The changes of a draft, the latest first."""

    title: str
    lead: str
    changes: tuple[ChangeView, ...]
    empty: EmptyState | None = None
    notice: Notice | None = None
