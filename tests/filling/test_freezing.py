"""What is kept for good: exactly what the pages showed."""

import json
from datetime import timedelta

import pytest
from hypothesis import given

from questionnaire.content import describe
from questionnaire.filling import Context, fill, from_sheet, frozen_sheet
from tests.filling.building import CONTEXT, FICHE, filled, tiny
from tests.filling.every_kind import FORM, any_answers
from tests.journeys.house import example


@given(any_answers())
def test_frozen_answers_filled_again_give_the_same_sheet_and_the_same_pages(answers):
    once = fill(FORM, answers, CONTEXT)
    sheet = json.loads(json.dumps(frozen_sheet(once)))
    again = filled(FORM, sheet)
    assert (frozen_sheet(again), describe(again)) == (sheet, describe(once))


@pytest.mark.parametrize("name", ["complete", "minimal"])
def test_shipped_examples_are_a_fixed_point(name):
    sheet = frozen_sheet(filled(FICHE, example(name)))
    assert frozen_sheet(filled(FICHE, sheet)) == sheet


def test_items_keep_their_keys_and_order():
    sheet = {"achat": [{"_key": "z", "objet": "Lit", "prix": 2.5}, {"_key": "a", "objet": "Drap"}]}
    assert frozen_sheet(filled(tiny("repeat"), sheet)) == {**sheet, "nombre": 2, "total": 2.5}


def test_blanks_are_left_out():
    assert frozen_sheet(filled(tiny("text"), {"nom": "", "recit": None})) == {}


def test_unreadable_answers_are_left_out():
    assert frozen_sheet(filled(tiny("integer"), {"age": "douze"})) == {}


def test_first_values_are_frozen_as_answers():
    later = Context(now=CONTEXT.now + timedelta(days=30), tz=CONTEXT.tz)
    sheet = frozen_sheet(filled(tiny("default"), {}))
    assert (sheet, frozen_sheet(filled(tiny("default"), sheet, later))) == (
        {"etat": "en_cours", "lieu": "Salle de réunion", "jour": "2026-03-03"},
        sheet,
    )


def test_emptied_first_value_does_not_come_back():
    sheet = frozen_sheet(filled(tiny("default"), {"lieu": None}))
    again, _ = from_sheet(tiny("default"), sheet)
    assert (sheet["lieu"], fill(tiny("default"), again, CONTEXT).values["lieu"]) == (None, None)


def test_zero_is_kept():
    sheet = frozen_sheet(filled(tiny("calculate"), {"a": 0, "b": 0}))
    assert sheet == {"double": 0, "somme": 0, "a": 0, "b": 0}


def test_section_off_the_path_is_left_out():
    assert frozen_sheet(filled(tiny("relevant"), {"suite": None, "rythme": "souvent", "motif": "non"})) == {}
