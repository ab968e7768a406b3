"""Leaving a team: what passes to whom."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import Link, Post


@dataclass(frozen=True, slots=True)
class HandoverView:
    """What somebody carries. ``options`` are those who may take it; ``confirm`` gives it to the one chosen."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    warnings: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    chosen: str
    chosen_text: str
    url: str
    confirm: Post | None
    back: Link
