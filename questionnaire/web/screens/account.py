"""One's own account: the ways into it, and the browsers in which it is open."""

from dataclasses import dataclass

from questionnaire.web.screens.providers import WayIn
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class SessionView:
    """A browser: what it is, since when, last used when; the button that closes it, if it is not this one."""

    device: str
    text: str
    close: Post | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """The page « Mon compte »; ``close_others`` where there are any."""

    title: str
    ways: tuple[WayIn, ...]
    ways_link: Link | None
    sessions: tuple[SessionView, ...]
    close_others: Post | None
    notice: Notice | None = None
