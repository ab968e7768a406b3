"""One's own account: the ways into it, and the browsers in which it is open."""

from dataclasses import dataclass

from questionnaire.web.screens.providers import WayIn
from questionnaire.web.screens.shell import Link, Notice, Post
from questionnaire.web.screens.staying import ComputerView


@dataclass(frozen=True, slots=True)
class SessionView:
    """A browser: what it is, since when, last used when; the button that closes it, if it is not this one."""

    device: str
    text: str
    close: Post | None = None


@dataclass(frozen=True, slots=True)
class PasswordField:
    """One field of the form; ``filling`` is what the browser may fill it with."""

    name: str
    label: str
    filling: str
    hint: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PasswordView:
    """The form that changes the password; without fields, only why there is none, and ``link`` to choose one."""

    url: str
    title: str
    fields: tuple[PasswordField, ...]
    lead: str = ""
    has_problems: bool = False
    link: Link | None = None
    remove: Post | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """The page « Mon compte »; ``close_others`` where there are any, ``password`` where one opens the account.

    ``second_step``: whether it is on, in words, and its page.
    """

    title: str
    ways: tuple[WayIn, ...]
    ways_link: Link | None
    sessions: tuple[SessionView, ...]
    close_others: Post | None
    password: PasswordView | None = None
    second_step: tuple[str, Link] | None = None
    passkeys: Link | None = None
    notice: Notice | None = None
    data: Link | None = None
    messages: Link | None = None
    computer: ComputerView | None = None
