"""Fragments drawn once say what the same fragments drawn anew would."""

from dataclasses import replace

import pytest

from questionnaire import create_app
from questionnaire.config import Settings
from questionnaire.web.fragments import drawn, page_html, question_html
from questionnaire.web.screens import QuestionView, SectionView, Shell, TaskRow


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return create_app(Settings.read({"DEMO": "1", "DATA_DIR": str(tmp_path_factory.mktemp("web"))}))


def test_fragment_is_drawn_once_for_each_state(app):
    with app.test_request_context("/"):
        todo, done = (TaskRow("Équipe", "/equipe", state, state) for state in ("todo", "done"))
        first = drawn("fragments/parts.html", title="Fiche", rows=(todo,))
        assert drawn("fragments/parts.html", title="Fiche", rows=(todo,)) is first
        assert ", done</span>" in drawn("fragments/parts.html", title="Fiche", rows=(done,))


def test_typed_words_are_escaped(app):
    with app.test_request_context("/"):
        html = question_html(QuestionView("nom", "q-nom", "text", label="Nom <b>", value='"><script>'))
    assert "<script>" not in html
    assert "Nom &lt;b&gt;" in html


def test_page_is_drawn_once_for_each_view_and_frame(app):
    view, shell = SectionView("Équipe", "equipe", "/equipe", 1, 2, (), "7"), Shell(user_name="Nadia")
    with app.test_request_context("/"):
        first = page_html("pages/section.html", shell, view)
        assert page_html("pages/section.html", replace(shell), view) is first
        assert page_html("pages/section.html", replace(shell, user_name="Paul"), view).count("Paul") == 1
        assert "Moyens" in page_html("pages/section.html", shell, replace(view, title="Moyens"))
