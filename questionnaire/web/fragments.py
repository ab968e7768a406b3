"""Questions drawn once: the same question in the same state is the same HTML, whoever asks."""

from functools import lru_cache

from flask import Flask, current_app
from flask_babel import get_locale
from markupsafe import Markup

from questionnaire.web.screens import QuestionView

REMEMBERED = 4096
"""Drawn questions kept per process: some 4 MB. Most questions of most pages are blank, or one of a few options."""


def install(app: Flask) -> None:
    """Give templates ``question_html(question, oob)``."""
    app.add_template_global(question_html, "question_html")


def question_html(question: QuestionView, oob: bool = False) -> Markup:  # noqa: FBT001, FBT002  # as templates call it
    """A whole question; ``oob`` when it replaces one of the page, out of band."""
    if question.options or not (question.value or question.text):
        return _remembered(question, oob, str(get_locale()))
    return _draw(question, oob)  # what people typed is kept in the database, nowhere else


@lru_cache(REMEMBERED)
def _remembered(question: QuestionView, oob: bool, _locale: str) -> Markup:  # noqa: FBT001  # a cache key
    return _draw(question, oob)


def _draw(question: QuestionView, oob: bool) -> Markup:  # noqa: FBT001  # as above
    template = current_app.jinja_env.get_template("fragments/question.html")
    return Markup(template.render(question=question, oob=oob))  # noqa: S704  # escaped by the template
