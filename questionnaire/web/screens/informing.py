"""What people entered by others are told: their page, the notice to print, the list of the administration."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.plain import PlainFormView
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The notice: what is held, then its points. ``form`` asks for something, ``asked`` says that it was."""

    title: str
    lead: str
    held: tuple[Fact, ...]
    points: tuple[Fact, ...]
    form: PlainFormView | None = None
    asked: str = ""
    back: Link | None = None


@dataclass(frozen=True, slots=True)
class InformedRow:
    """One person of the list: where they are, why, what may be done. ``note`` is where the day of it is sent."""

    name: Link
    detail: str
    text: str = ""
    notice: Link | None = None
    note: str = ""
    settle: Post | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class InformedGroup:
    """Rows under one title, or what stands in their place."""

    title: str
    lead: str
    rows: tuple[InformedRow, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class InformedView:
    """The page of the administration."""

    title: str
    lead: str
    groups: tuple[InformedGroup, ...]
    today: str
    notice: Notice | None = None
