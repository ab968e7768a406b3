"""Comments on the questions of a draft."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.shell import Link, Side


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment; ``id`` is told where the reader may delete it."""

    author: str
    initials: str
    side: Side
    when: str
    lines: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ThreadView:
    """The comments on one question. Posts to ``url`` the text and ``_action``: say, settle, reopen, or remove:id.

    ``element`` is the id of the fragment. Not ``open_to_all``, the document is finalised: nothing is added.
    """

    url: str
    element: str
    title: str
    comments: tuple[CommentView, ...]
    settled: bool
    open_to_all: bool
    back: Link
    longest: int
    typed: str = ""
    error: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class TalksView:
    """All threads of a draft, those not settled first; ``offered`` are questions to begin another about."""

    title: str
    lead: str
    threads: tuple[ThreadView, ...]
    back: Link
    empty: EmptyState | None = None
    offered_title: str = ""
    offered: tuple[Link, ...] = ()
