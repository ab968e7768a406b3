"""Erasing a person: what goes, what loses the name, what stays and why."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class FateView:
    """What becomes of some parts: the sentence that says why, the parts with their numbers of rows."""

    title: str
    text: str
    parts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ErasureView:
    """The page; ``erase`` is None while something must be done first, which ``warnings`` say."""

    title: str
    lead: str
    warnings: tuple[str, ...]
    fates: tuple[FateView, ...]
    erase: Post | None
    back: Link
    notice: Notice | None = None
