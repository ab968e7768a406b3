"""Answers in the database and in files: what is read back is what was written."""

import json
from typing import Any

import pytest
from hypothesis import given

from questionnaire.filling import Answers, BadPath, Problem, from_sheet, from_stored, new_key, parse_path, to_stored
from questionnaire.filling.answers import question_at
from questionnaire.filling.paths import is_key
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.values import Json
from tests.filling.building import FICHE, NOTHING, tiny
from tests.filling.every_kind import FORM, any_answers
from tests.journeys.house import example

REPEAT = tiny("repeat")


@given(any_answers())
def test_stored_answers_are_read_back(answers):
    assert from_stored(FORM, to_stored(FORM, answers)) == answers


@given(any_answers())
def test_stored_answers_are_json(answers):
    rows = to_stored(FORM, answers)
    assert json.loads(json.dumps(rows)) == rows


def test_items_are_stored_as_their_ranks_and_the_removed_as_null():
    answers = Answers({"achat[b].objet": "Lit"}, {"achat": ("b", "a")}, frozenset({"achat[z]"}))
    assert to_stored(REPEAT, answers) == {"achat[b]": 1, "achat[a]": 2, "achat[z]": None, "achat[b].objet": "Lit"}


def test_items_stand_in_the_order_of_their_ranks():
    answers = from_stored(REPEAT, {"achat[a]": 30, "achat[b]": 4, "achat[c]": None, "achat[d]": 4})
    assert (answers.keys("achat"), answers.removed) == (("b", "d", "a"), frozenset({"achat[c]"}))


def test_rows_that_the_form_does_not_have_are_left_aside():
    rows: dict[str, Json] = {
        "ancien": "x",
        "ancien[k].y": 1,
        "ancien[k]": 1,
        "objet": "hors de sa liste",
        "total[k].objet": "ailleurs",
    }
    assert from_stored(REPEAT, rows) == NOTHING


def test_stored_answer_that_its_question_no_longer_takes_is_kept_as_unreadable():
    stored = from_stored(tiny("integer"), {"age": "douze"})
    assert stored.values == {"age": refused("douze", "not_an_integer")}


@pytest.mark.parametrize("name", ["complete", "minimal"])
def test_shipped_examples_are_stored_and_read_back(name):
    answers, problems = from_sheet(FICHE, example(name))
    assert (problems, from_stored(FICHE, to_stored(FICHE, answers))) == ((), answers)


def test_repeat_without_items_is_absent():
    sheets: list[dict[str, Any]] = [{"achat": []}, {"achat": None}, {}]
    assert [from_sheet(REPEAT, sheet) for sheet in sheets] == [(NOTHING, ())] * 3


def test_items_of_a_sheet_get_keys_that_no_other_carries():
    sheet = {"achat": [{"objet": "a"}, {"_key": "k1"}, {"objet": "c"}, {"_key": "lit"}]}
    answers, problems = from_sheet(REPEAT, sheet)
    assert (answers.keys("achat"), problems) == (("k2", "k1", "k3", "lit"), ())


@pytest.mark.parametrize("key", ["", "a b", "a]", 3, ["k"], "k" * 41])
def test_key_that_could_not_be_posted_is_refused(key):
    answers, problems = from_sheet(REPEAT, {"achat": [{"_key": key, "objet": "Lit"}]})
    assert (answers.values, [(problem.path, problem.code) for problem in problems]) == (
        {"achat[k1].objet": "Lit"},
        [("achat 1", "bad_key")],
    )


def test_item_whose_key_is_taken_keeps_its_answers_under_another():
    answers, problems = from_sheet(REPEAT, {"achat": [{"_key": "k", "objet": "a"}, {"_key": "k", "objet": "b"}]})
    assert (answers.values, [problem.code for problem in problems]) == (
        {"achat[k].objet": "a", "achat[k1].objet": "b"},
        ["bad_key"],
    )


@pytest.mark.parametrize(
    "sheet,path,code",
    [
        ({"inconnu": 1}, "inconnu", "unknown_question"),
        ({"objet": "hors de sa liste"}, "objet", "unknown_question"),
        ({"achat": [{"total": 3}]}, "achat[k1].total", "unknown_question"),
        ({"achat": [{"autre": 3}]}, "achat[k1].autre", "unknown_question"),
        ({"achat": "Lit"}, "achat", "not_a_list"),
        ({"achat": {"objet": "Lit"}}, "achat", "not_a_list"),
        ({"achat": ["Lit"]}, "achat", "not_a_list"),
        ({"achat": [{"objet": {"a": 1}}]}, "achat[k1].objet", "wrong_shape"),
        ({"achat": [{"objet": [1]}]}, "achat[k1].objet", "wrong_shape"),
    ],
)
def test_sheet_that_does_not_fit_the_form_is_told(sheet, path, code):
    _, problems = from_sheet(REPEAT, sheet)
    assert [(problem.path, problem.code) for problem in problems] == [(path, code)]


def test_rest_of_a_faulty_sheet_is_read():
    answers, _ = from_sheet(REPEAT, {"inconnu": 1, "achat": [{"objet": "Lit", "x": 1}]})
    assert answers.values == {"achat[k1].objet": "Lit"}


def test_calculations_of_a_sheet_are_not_answers():
    assert from_sheet(REPEAT, {"total": 99, "nombre": "x"}) == (NOTHING, ())


def test_null_in_a_sheet_is_an_answer_emptied():
    answers, _ = from_sheet(tiny("default"), {"lieu": None})
    assert answers.values == {"lieu": None}


def test_value_that_cannot_be_read_is_kept_from_a_sheet():
    answers, problems = from_sheet(tiny("date"), {"debut": "31/02/2026"})
    assert (answers.values, problems) == ({"debut": refused("31/02/2026", "impossible_date", day="31/02/2026")}, ())


def test_unknown_name_is_told_in_french():
    _, problems = from_sheet(REPEAT, {"inconnu": 1})
    assert problems == (Problem("inconnu", "unknown_question", "Le formulaire n’a pas de question de ce nom."),)


def test_new_keys_are_keys_and_differ():
    keys = [new_key() for _ in range(50)]
    assert (len(set(keys)), all(map(is_key, keys))) == (50, True)


def test_question_of_a_path():
    found = [question_at(REPEAT, parse_path(text)).name for text in ("total", "achat[k]", "achat[k].prix")]
    assert found == ["total", "achat", "prix"]


@pytest.mark.parametrize("text", ["inconnu", "prix", "achat[k].total", "total[k].prix", "inconnu[k]"])
def test_path_of_no_question_is_refused(text):
    with pytest.raises(BadPath):
        question_at(REPEAT, parse_path(text))
