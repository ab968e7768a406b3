"""Fragments drawn once: the same words in the same state are the same HTML, whoever asks."""

from collections.abc import Hashable
from functools import lru_cache

from flask import Flask, current_app
from markupsafe import Markup

from questionnaire.web.language import language
from questionnaire.web.screens import QuestionView

REMEMBERED = 8192
"""Fragments kept per process: some 8 MB. Most questions of most pages are blank, or one of a few options."""


def install(app: Flask) -> None:
    """Give templates ``question_html(question, oob)`` and ``drawn(template, **views)``."""
    app.add_template_global(question_html, "question_html")
    app.add_template_global(drawn, "drawn")


def question_html(question: QuestionView, oob: bool = False) -> Markup:  # noqa: FBT001, FBT002  # as templates call it
    """A whole question; ``oob`` when it replaces one of the page, out of band."""
    if question.options or not (question.value or question.text):
        return drawn("fragments/question.html", question=question, oob=oob)
    return _draw("fragments/question.html", question=question, oob=oob)  # words typed would only push others out


def drawn(template: str, **views: Hashable) -> Markup:
    """A fragment that shows nothing but these views (frozen: they are the key) in the reader's language."""
    return _remembered(template, language(), **views)


@lru_cache(REMEMBERED)
def _remembered(template: str, _language: str, **views: Hashable) -> Markup:
    return _draw(template, **views)


def _draw(template: str, **views: object) -> Markup:
    return Markup(current_app.jinja_env.get_template(template).render(views))  # noqa: S704  # escaped by the template
