"""Every kind of question drawn by its control, and what the control posts read back."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from flask import render_template

from questionnaire import create_app
from questionnaire.config import Settings
from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_stored
from questionnaire.spec import load
from questionnaire.spec.kinds import KINDS
from questionnaire.web.presenting.questions import SectionPresenter, mistakes
from questionnaire.web.screens import Option, QuestionView

SPECS = Path(__file__).parents[1] / "specs"
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return create_app(Settings.read({"DEMO": "1", "DATA_DIR": str(tmp_path_factory.mktemp("data"))}))


@pytest.fixture
def drawn(app):
    """The HTML of each question of a tiny form, by path."""

    def draw(spec, sheet=None):
        form = load(SPECS / f"{spec}.yaml")
        filled = fill(form, from_stored(form, sheet or {}), CONTEXT)
        blocks = SectionPresenter(filled, mistakes(filled.problems)).blocks(form.sections[0])
        with app.test_request_context():
            return {
                block.path: render_template(
                    f"fragments/{'grid' if block.control == 'grid' else 'question'}.html", question=block
                )
                for block in blocks
                if block.control != "repeat"
            }

    return draw


def inputs(html):
    """``(type, value, ticked)`` of every input, the blank that goes first left out."""
    tags = [unescape(tag) for tag in re.findall(r"<input[^>]*>", html) if 'type="hidden"' not in tag]
    return [
        (re.findall(r' type="(\w+)"', tag)[0], re.findall(r' value="([^"]*)"', tag)[0], " checked" in tag)
        for tag in tags
    ]


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"repeat"}))
def test_every_kind_is_drawn(drawn, kind):
    assert [path for path, html in drawn(kind).items() if f'id="question-{path}"' not in html] == []


@pytest.mark.parametrize(
    "spec,sheet,expected",
    [
        ("email", {"courriel": "a@hopital.fr"}, [("email", "a@hopital.fr", False)]),
        ("email", {"courriel": "a@hopital"}, [("email", "a@hopital", False)]),
        ("tel", {"telephone": "+33123456789"}, [("tel", "01 23 45 67 89", False)]),
        ("identifier", {"finess": "750712184"}, [("text", "750 712 184", False)]),
        ("time", {"debut": "9h"}, [("text", "09:00", False)]),
        ("datetime", {"debut": "2026-02-03T14:30"}, [("text", "03/02/2026 14:30", False)]),
        ("month", {"debut": "2026-03"}, [("text", "03/2026", False)]),
        ("year", {"naissance": "1950"}, [("text", "1950", False)]),
        ("duration", {"duree": 90}, [("text", "1 h 30", False)]),
        ("range", {"confiance": 7.5}, [("text", "7,5", False)]),
        ("yes_no", {"convention": "non"}, [("radio", "oui", False), ("radio", "non", True)]),
    ],
)
def test_control_shows_the_answer(drawn, spec, sheet, expected):
    html, *_ = drawn(spec, sheet).values()
    assert inputs(html) == expected


@pytest.mark.parametrize("given,ticked", [(0, "0"), (4, "4"), ("nsp", "nsp")])
def test_scale_shows_one_mark_or_that_the_person_declined(drawn, given, ticked):
    html = drawn("rating", {"decisions": given})["decisions"]
    assert [(value, on) for _, value, on in inputs(html)] == [
        (name, name == ticked) for name in ("0", "1", "2", "3", "4", "nsp")
    ]


def test_steps_of_a_scale_are_explained(drawn):
    html = drawn("rating")["decisions"]
    assert "<small>J’informe ou je suis informé.</small>" in html


def test_what_is_hidden_leaves_an_empty_place(drawn):
    assert drawn("hidden")["connu"] == '<div id="question-connu" hidden></div>\n'


@pytest.mark.parametrize("spec,name", [("email", "email"), ("tel", "tel")])
def test_browsers_are_told_what_they_may_fill_in(drawn, spec, name):
    (html,) = drawn(spec).values()
    assert f'autocomplete="{name}"' in html


def test_ends_of_a_range_are_told_in_words_by_the_field(drawn):
    html = drawn("range")["confiance"]
    described = re.findall(r'aria-describedby="([^"]*)"', html)[0].split()
    assert ('id="q-confiance-limits">De 0 à 10, de 0,5 en 0,5<' in html, "q-confiance-limits" in described) == (
        True,
        True,
    )


def test_field_stays_empty_where_the_person_declined(drawn):
    assert inputs(drawn("may_decline", {"age": "nsp"})["age"]) == [("text", "", False), ("checkbox", "nsp", True)]


def test_box_beside_a_field_says_of_which(drawn):
    html = drawn("may_decline")["age"]
    assert 'Je préfère ne pas répondre<span class="visually-hidden">&nbsp;: Âge</span>' in html


def test_answer_and_declining_are_both_shown_again(drawn):
    kept = {"age": {"unreadable": "20", "code": "declined_too"}}
    assert inputs(drawn("may_decline", kept)["age"]) == [("text", "20", False), ("checkbox", "nsp", True)]


def test_declining_is_the_last_line_of_a_folded_list(drawn):
    html = drawn("may_decline", {"jour": "nsp"})["jour"]
    assert re.findall(r'<option value="(\w*)"( selected)?', html)[-2:] == [("h", ""), ("nsp", " selected")]


@pytest.mark.parametrize("path,kind", [("accord", "radio"), ("aides", "checkbox")])
def test_declining_is_one_more_option(drawn, path, kind):
    last = inputs(drawn("may_decline", {path: "nsp"})[path])[-1]
    assert last == (kind, "nsp", True)


def test_text_of_other_appears_with_it(drawn):
    hidden, asked = drawn("other")["lieu_autre"], drawn("other", {"lieu": "autre"})["lieu_autre"]
    assert (" hidden" in hidden, ">Précisez</label>" in asked) == (True, True)


def test_grid_is_a_table_whose_rows_are_questions(drawn):
    html = drawn("grid", {"ecoute": 2, "parole": "nsp"})["ressenti"]
    heads = [re.sub(r"<[^>]+>", " ", head).split() for head in re.findall(r'<th scope="col">(.*?)</th>', html)]
    assert heads == [
        ["0", "Pas", "du", "tout"],
        ["1", "Plutôt", "non", "Le", "plus", "souvent."],
        ["2", "Tout", "à", "fait"],
        ["Je", "ne", "me", "prononce", "pas"],
    ]
    assert re.findall(r'name="(\w+)" value="(\w+)" checked', html) == [("ecoute", "2"), ("parole", "nsp")]
    assert '<tr id="question-suite" hidden></tr>' in html


def test_every_mark_of_a_grid_is_called_by_its_row_and_its_column(drawn):
    html = drawn("grid")["ressenti"]
    names = re.findall(r'id="q-ecoute-2"[^>]* aria-labelledby="([^"]+)"', html)[0].split()
    said = [re.findall(rf'<span id="{name}">(.*?)</span>', html)[0] for name in names]
    assert said == ["on vous a écouté", "Tout à fait"]


def test_row_that_may_stay_blank_says_so(drawn):
    html = drawn("grid")["ressenti"]
    assert re.findall(r'<span id="q-(\w+)-label">[^<]*</span> <small>', html) == ["parole"]


@pytest.mark.parametrize("count,searched", [(12, False), (13, True)])
def test_one_searches_in_a_long_list_only(count, searched):
    options = tuple(Option(str(rank), "O", checked=False, exclusive=False, id=f"q-a-{rank}") for rank in range(count))
    views = [QuestionView("a", "q-a", control, options=options) for control in ("select", "checkboxes", "radios")]
    assert [view.searched for view in views] == [searched, searched, False]


def test_limit_of_one_line_is_told_when_it_is_near(drawn):
    lines = [re.findall(r'<p[^>]* id="q-\w+-count"([^>]*) data-limit', html) for html in drawn("text").values()]
    assert lines == [[" data-near hidden"], [""]]


def test_signpost_is_a_title(app):
    question = QuestionView(path="plus", id="plus", control="signpost", label="Pour aller plus loin")
    with app.test_request_context():
        html = render_template("fragments/question.html", question=question)
    assert '<h2 class="signpost" id="plus">Pour aller plus loin</h2>' in html
    assert 'class="label"' not in html
