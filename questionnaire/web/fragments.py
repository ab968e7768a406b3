"""Fragments and pages drawn once: the same words in the same state are the same HTML, whoever asks."""

from collections.abc import Hashable
from functools import lru_cache

from flask import Flask, current_app, render_template
from markupsafe import Markup

from questionnaire.web.language import language
from questionnaire.web.same import Same
from questionnaire.web.screens import QuestionView, SectionView, Shell
from questionnaire.web.signing import csrf_token

REMEMBERED = 8192
"""Fragments kept per process: some 8 MB. Most questions of most pages are blank, or one of a few options."""

PAGES = 128
"""Pages kept whole: some 3 MB, as many as ``presenting.section_pages`` keeps."""


def install(app: Flask) -> None:
    """Give templates ``question_html(question, oob)`` and ``drawn(template, **views)``."""
    app.add_template_global(question_html, "question_html")
    app.add_template_global(drawn, "drawn")


def question_html(question: QuestionView, oob: bool = False) -> Markup:  # noqa: FBT001, FBT002  # as templates call it
    """A whole question; ``oob`` when it replaces one of the page, out of band."""
    return drawn("fragments/question.html", question=question, oob=oob)


def page_html(template: str, shell: Shell, view: SectionView) -> str:
    """A page that shows nothing but its frame, its view and the token of its forms; drawn once for each of them."""
    return _remembered_page(template, shell, Same(view), csrf_token(), language())


@lru_cache(PAGES)
def _remembered_page(template: str, shell: Shell, same: Same[SectionView], _token: str, _language: str) -> str:
    return render_template(template, shell=shell, view=same.value)


def drawn(template: str, **views: Hashable) -> Markup:
    """A fragment that shows nothing but these views (frozen: they are the key) in the reader's language."""
    return _remembered(template, language(), **views)


@lru_cache(REMEMBERED)
def _remembered(template: str, _language: str, **views: Hashable) -> Markup:
    return _draw(template, **views)


def _draw(template: str, **views: object) -> Markup:
    return Markup(current_app.jinja_env.get_template(template).render(views))  # noqa: S704  # escaped by the template
