"""Administering people: the list, one of them, a list brought in."""

from dataclasses import dataclass, field

from questionnaire.web.screens.documents import EmptyState, Fact
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the list."""

    link: Link
    address: str
    place: str
    roles: tuple[str, ...]
    account: str


@dataclass(frozen=True, slots=True)
class PeopleView:
    """A page of the list; ``words`` is what was searched for."""

    title: str
    url: str
    words: str
    count_text: str
    rows: tuple[PersonRow, ...]
    empty: EmptyState | None
    add: Link
    enrol: Link
    previous: Link | None = None
    following: Link | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role of a person: where, until when, and the button that takes it back, if one may."""

    label: str
    place: str
    end: str
    withdraw: Post | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person: identity, account, roles, projects. ``account`` is the button that opens or closes the account.

    ``lend`` gives it a password for a while, ``reset`` takes its second step away. ``lost``: mails do not arrive.
    """

    title: str
    place: str
    notice: Notice | None
    identity: tuple[Fact, ...]
    identify: Link | None
    account_text: str
    account: Post | None
    lend: Post | None
    reset: Post | None
    roles: tuple[RoleRow, ...]
    grant: Link
    elsewhere: str
    projects: tuple[Link, ...]
    data: Link | None = None
    erase: Link | None = None
    lost: Notice | None = None
    merge: Link | None = None


@dataclass(frozen=True, slots=True)
class LentPasswordView:
    """A password that works for a while, shown once; ``advice``: how to hand it over, until when."""

    title: str
    lead: str
    password: str = field(repr=False)
    advice: tuple[str, ...]
    back: Link


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """A line of the file and what it does."""

    number: int
    name: str
    address: str
    outcome: str
    tone: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnrolmentView:
    """What a file would do, before anything is written; ``confirm`` does it."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    rows: tuple[EnrolmentRow, ...]
    confirm: Post | None
    back: Link
    notice: Notice | None = None
