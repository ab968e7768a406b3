"""Options in the order of whoever answers: each once, all that are offered, kept as they were ranked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.values import Unreadable
from tests.filling.building import codes, filled, messages, tiny

FORM = tiny("rank")
NAMES = ("temps", "lieu", "formation", "argent")
WHOLE = ["argent", "temps", "lieu", "formation"]


def test_the_order_is_kept_and_shown():
    done = filled(FORM, {"besoins": WHOLE})
    assert done.values["besoins"] == tuple(WHOLE)
    assert done.wording.shown("besoins") == ("1. De l’argent", "2. Du temps", "3. Un lieu", "4. Une formation")


def test_rules_read_names_apart_by_spaces():
    assert filled(FORM, {"besoins": WHOLE}).values["tete"] == "argent"


@pytest.mark.parametrize(
    "given, said",
    [
        ([], "Classez les réponses."),
        (["argent"], "Classez encore 3 réponses."),
        (WHOLE[:3], "Classez encore une réponse."),
    ],
)
def test_all_that_are_offered_are_ranked(given, said):
    assert messages(filled(FORM, {"besoins": given})) == [said]


def test_only_the_first_ones_where_the_form_says_so():
    whole = {"besoins": WHOLE}
    assert messages(filled(FORM, whole | {"premiers": ["lieu"]})) == ["Classez encore une réponse."]
    assert messages(filled(FORM, whole | {"premiers": ["lieu", "temps"]})) == []
    assert messages(filled(FORM, whole | {"premiers": WHOLE})) == ["Classez 2 réponses au plus."]


def test_the_same_answer_twice_is_kept_as_typed_with_why():
    done = filled(FORM, {"besoins": ["argent", "argent", "lieu"]})
    answer = done.answer("besoins")
    assert isinstance(answer, Unreadable)
    assert (codes(done), answer.text) == ([("besoins", "ranked_twice")], "argent argent lieu")
    assert messages(done) == ["Vous classez deux fois «\u00a0De l’argent\u00a0». Donnez à chaque réponse un seul rang."]


def test_what_is_offered_no_more_leaves_the_order_of_the_others():
    done = filled(FORM, {"besoins": WHOLE, "ecarte": "temps", "reste": WHOLE})
    assert (done.values["reste"], messages(done)) == (("argent", "lieu", "formation"), [])
    again = filled(FORM, {"besoins": WHOLE, "reste": ["argent", "lieu", "formation"]})
    assert messages(again) == ["Classez encore une réponse."]


@given(st.permutations(NAMES))
def test_any_order_is_an_answer(order):
    done = filled(FORM, {"besoins": list(order)})
    assert (done.values["besoins"], messages(done)) == (tuple(order), [])
