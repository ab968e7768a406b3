"""Letters on screen: one's own, what one wants by mail, and those of a whole demonstration."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter of a list."""

    subject: str
    url: str
    detail: str
    is_new: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class MessagesView:
    """A list of letters; ``note`` is the button by which they are no longer new, ``ways`` lead on."""

    title: str
    lead: str
    rows: tuple[LetterRow, ...]
    empty: EmptyState
    note: Post | None = None
    ways: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter: its lines, of which those with an address are links. ``html_url`` is how a mail program shows it."""

    title: str
    detail: str
    lines: tuple[Link, ...]
    back: Link
    error: str = ""
    html_url: str = ""


@dataclass(frozen=True, slots=True)
class PreferenceView:
    """A kind of letters, and whether it is wanted by mail."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PreferencesView:
    """What one wants by mail: ``choices`` at once, ``news`` at one of ``paces``."""

    title: str
    lead: str
    url: str
    choices: tuple[PreferenceView, ...]
    news: tuple[PreferenceView, ...]
    paces: tuple[PreferenceView, ...]
    always: tuple[str, ...]
    back: Link
    notice: Notice | None = None
