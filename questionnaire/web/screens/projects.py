"""The page of a project: the chain of its documents, one next action, who is awaited, the team."""

from dataclasses import dataclass

from questionnaire.web.screens.drafts import PartState
from questionnaire.web.screens.shell import Link, Notice, Post, Side
from questionnaire.web.screens.teams import MemberView


@dataclass(frozen=True, slots=True)
class ChipView:
    """Somebody beside a document that each person has: signed, or still awaited."""

    name: str
    initials: str
    side: Side
    awaited: bool
    text: str


@dataclass(frozen=True, slots=True)
class ChainDocumentView:
    """One document of a step. Without ``url`` in ``link`` the reader may know of it, not open it."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True)
class ChainStepView:
    """A step of the chain: a form, where its documents stand, what may be done."""

    title: str
    description: str
    state: PartState
    state_label: str
    documents: tuple[ChainDocumentView, ...] = ()
    chips: tuple[ChipView, ...] = ()
    note: str = ""
    begin: Post | None = None


@dataclass(frozen=True, slots=True)
class NextAction:
    """The one thing to do now: a link or a button. Without either, nothing is asked of the reader."""

    title: str
    text: str
    link: Link | None = None
    post: Post | None = None


@dataclass(frozen=True, slots=True)
class AwaitedView:
    """Somebody who is awaited, and for what."""

    name: str
    text: str
    initials: str = ""
    side: Side = "pro"


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project. ``invite_url`` is empty where the reader may not invite.

    ``leaving`` hands over the place of a member; ``capacities`` lets the reader act in another of their roles.
    """

    title: str
    next: NextAction
    steps: tuple[ChainStepView, ...]
    awaited: tuple[AwaitedView, ...]
    members: tuple[MemberView, ...]
    sides: str
    invite_url: str = ""
    notice: Notice | None = None
    leaving: tuple[Link, ...] = ()
    capacities: tuple[Post, ...] = ()
