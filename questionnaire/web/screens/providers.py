"""The ways into one's account."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way: since when, and the button that adds or removes it, if any; ``link`` leads to the page that does."""

    name: str
    text: str
    post: Post | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class WaysView:
    """Those that the account has, and those that it may get; ``onward``: doing without more."""

    title: str
    lead: str
    present: tuple[WayIn, ...]
    possible: tuple[WayIn, ...]
    notice: Notice | None = None
    onward: Link | None = None
    present_title: str = "Moyens actuels"
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageView:
    """A page that leads on by itself, with the same link for browsers that do not."""

    title: str
    text: str
    onward: Link
