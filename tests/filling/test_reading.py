"""What a page posts: read as answers, or refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.filling import Answers, fill, read_post
from questionnaire.spec.kinds.refusals import refused
from tests.filling.building import CONTEXT, a_form, filled, tiny

FORM = a_form(
    """
    - {name: a, kind: yes_no, label: A}
    - {name: b, kind: text, label: B, relevant: "${a} = 'oui'"}
    - {name: n, kind: note, label: N}
    - {name: c, kind: calculate, label: C, calculation: "1 + 1"}
    - {name: fixe, kind: text, label: Le lieu, read_only: true, default: Ici}
    - {name: aides, kind: select_multiple, label: M, choices: [{name: x, label: X}, {name: y, label: Y}]}
    - {name: lu, kind: acknowledge, label: L}
    - {name: age, kind: integer, label: Âge}
    - {name: r, kind: repeat, label: R, questions: [{name: q, kind: text, label: Q}]}
    """,
    """
    - name: autre
      title: Autre
      questions: [{name: ailleurs, kind: text, label: X}]
    """,
)
PAGE = FORM.sections[0]
FILLED = fill(FORM, Answers({"r[k1].q": "x"}, {"r": ("k1",)}, frozenset({"r[parti]"})), CONTEXT)


def read(**posted):
    return read_post(FILLED, PAGE, posted)


def strangers(name):
    reading = read_post(FILLED, PAGE, {name: ["x"], "b": ["connue"]})
    assert reading.answers == {"b": "connue"}
    return [(stranger.path, stranger.code, stranger.message) for stranger in reading.strangers]


def test_fields_become_typed_answers():
    reading = read(a=["", "oui"], aides=["", "y", "x"], lu=["", "OK"], age=["12"])
    assert (reading.answers, reading.strangers) == ({"a": "oui", "aides": ("x", "y"), "lu": True, "age": 12}, ())


def test_blank_that_goes_before_options_alone_is_no_answer():
    assert read(a=[""], aides=[""], lu=[""], age=["  "]).answers == dict.fromkeys(["a", "aides", "lu", "age"])


def test_field_that_is_absent_is_no_answer():
    assert read(age=["3"]).answers == {"age": 3}


def test_what_cannot_be_read_is_an_answer_too():
    assert read(age=["douze ans"]).answers == {"age": refused("douze ans", "not_an_integer")}


def test_hidden_question_is_read():
    assert (FILLED.is_relevant("b"), read(b=["gardé"]).answers) == (False, {"b": "gardé"})


def test_question_of_an_item_is_read():
    assert read_post(FILLED, PAGE, {"r[k1].q": ["y"]}).answers == {"r[k1].q": "y"}


def test_question_of_an_item_removed_meanwhile_is_read():
    assert read_post(FILLED, PAGE, {"r[parti].q": ["y"]}).answers == {"r[parti].q": "y"}


@pytest.mark.parametrize("name", ["n", "c", "r", "r[k1]", "ailleurs"])
def test_field_that_this_page_does_not_answer_is_refused(name):
    assert strangers(name) == [(name, "unknown_field", f"Cette page n’a pas de question «\u00a0{name}\u00a0».")]


@pytest.mark.parametrize("name", ["inconnu", "q", "r[k1].a", "a[k1].q", "inconnu[k1].q"])
def test_field_of_no_question_is_refused(name):
    assert strangers(name) == [(name, "unknown_field", f"Le formulaire n’a pas de question «\u00a0{name}\u00a0».")]


@pytest.mark.parametrize("name", ["", "a b", "r[k1]].q", "r['k1'].q", "<b>"])
def test_field_that_is_no_path_is_refused(name):
    assert strangers(name) == [(name, "unknown_field", f"«\u00a0{name}\u00a0» n’est pas le nom d’une question.")]


def test_forged_key_is_refused():
    assert strangers("r[forgee].q") == [
        ("r[forgee].q", "unknown_field", "Cet élément n’existe pas. Rechargez la page."),
    ]


def test_read_only_answer_is_refused_by_its_label():
    assert strangers("fixe") == [
        ("fixe", "unknown_field", "La réponse à «\u00a0Le lieu\u00a0» ne peut pas être changée ici."),
    ]


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=6), max_size=3), max_size=4))
def test_any_post_is_read_or_refused_by_name(posted):
    reading = read_post(FILLED, PAGE, posted)
    assert {*reading.answers, *(stranger.path for stranger in reading.strangers)} == set(posted)


def test_option_not_offered_is_an_answer_that_the_form_then_refuses():
    form = filled(tiny("select_one"), {})
    answers = read_post(form, form.form.sections[0], {"reponse": ["peut-être"]}).answers
    assert answers == {"reponse": refused("peut-être", "not_offered")}
