"""The workshop of forms: what is being written and published, the editor, what is checked as one writes."""

from dataclasses import dataclass

from questionnaire.web.screens.questions import QuestionView, RepeatView
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form being written, or a version published. ``deeds`` are what one may do with it."""

    name: Link | str
    detail: str
    deeds: tuple[Link | Post, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkshopView:
    """The first page: ``begin`` and ``bring`` lead to the two ways of beginning."""

    title: str
    lead: str
    begin: Link
    bring: Link
    written: tuple[FormRow, ...]
    published: tuple[FormRow, ...]
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class FaultView:
    """What is wrong at a place of the text: ``excerpt`` is its line, ``caret`` the spaces before the place."""

    place: str
    message: str
    remedy: str
    excerpt: str = ""
    caret: str = ""


@dataclass(frozen=True, slots=True)
class CheckView:
    """What a text is worth now: its faults, or the look of one of its ``sections`` (name, title, whether shown)."""

    said: str
    sound: bool
    faults: tuple[FaultView, ...] = ()
    sections: tuple[tuple[str, str, bool], ...] = ()
    blocks: tuple[QuestionView | RepeatView, ...] = ()


@dataclass(frozen=True, slots=True)
class EditorView:
    """The editor. ``check_url`` checks what is typed, without keeping it; ``theirs`` is what somebody else saved."""

    title: str
    source: str
    revision: int
    check: CheckView
    check_url: str
    attempt: Link
    publish: Link
    discard: Link
    back: Link
    notice: Notice | None = None
    error: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class PublishView:
    """Before publishing: what the new version is, what it changes; ``publish`` is None where it cannot be."""

    title: str
    facts: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    refusals: tuple[str, ...]
    publish: Post | None
    back: Link
