"""Moving a draft to the newer version of its form: what it does, before it is confirmed."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class LostView:
    """An answer that is lost, and why; ``left`` is what stays of it, if anything."""

    label: str
    value: tuple[str, ...]
    why: str
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionView:
    """The page. ``also`` says what else is lost, ``asked`` and ``review`` name questions, by section."""

    title: str
    lead: str
    kept: str
    lost: tuple[LostView, ...]
    also: tuple[str, ...]
    asked: tuple[str, ...]
    review: tuple[str, ...]
    confirm: Post
    back: Link
    notice: Notice | None = None
