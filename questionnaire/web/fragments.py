"""Fragments drawn once: the same words in the same state are the same HTML, whoever asks."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from flask import Flask, current_app
from markupsafe import Markup

from questionnaire.web.language import language
from questionnaire.web.screens import QuestionView, RepeatView, TalkLink

Blocks = tuple[QuestionView | RepeatView, ...]

REMEMBERED = 8192
"""Fragments kept per process: some 8 MB. Most questions of most pages are blank, or one of a few options."""

PAGES = 128
"""Sections whose questions are kept whole: some 2 MB, as many as ``presenting.blocks`` keeps."""


def install(app: Flask) -> None:
    """Give templates ``question_html(question, oob)`` and ``drawn(template, **views)``."""
    app.add_template_global(question_html, "question_html")
    app.add_template_global(drawn, "drawn")
    app.add_template_global(blocks_html, "blocks_html")


def question_html(question: QuestionView, oob: bool = False) -> Markup:  # noqa: FBT001, FBT002  # as templates call it
    """A whole question; ``oob`` when it replaces one of the page, out of band."""
    return drawn("fragments/question.html", question=question, oob=oob)


def blocks_html(blocks: Blocks, talks: Mapping[str, TalkLink]) -> Markup:
    """All the questions of a page, each with the way to its comments where it has some."""
    return _remembered_blocks(_Same(blocks), tuple(talks.items()), language())


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """Blocks known by identity: those of the same form filled are the same object, and comparing them costs more."""

    blocks: Blocks

    def __hash__(self) -> int:
        return id(self.blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.blocks is other.blocks


@lru_cache(PAGES)
def _remembered_blocks(same: _Same, talks: tuple[tuple[str, TalkLink], ...], _language: str) -> Markup:
    return _draw("fragments/blocks.html", blocks=same.blocks, talks=dict(talks))


def drawn(template: str, **views: Hashable) -> Markup:
    """A fragment that shows nothing but these views (frozen: they are the key) in the reader's language."""
    return _remembered(template, language(), **views)


@lru_cache(REMEMBERED)
def _remembered(template: str, _language: str, **views: Hashable) -> Markup:
    return _draw(template, **views)


def _draw(template: str, **views: object) -> Markup:
    return Markup(current_app.jinja_env.get_template(template).render(views))  # noqa: S704  # escaped by the template
