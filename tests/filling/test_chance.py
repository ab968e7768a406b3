"""What a form draws is the same for the same document, whoever looks and when; what was kept stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from questionnaire.filling import Answers, Place, fill, from_sheet, frozen_sheet
from questionnaire.filling.veil import Veil
from questionnaire.filling.veiling import veiled
from tests.filling.building import CONTEXT, a_form, tiny

FORM = tiny("chance")
ONE, OTHER = replace(CONTEXT, seed="one"), replace(CONTEXT, seed="other")
ITEMS = {"visite": ("k1", "k2")}
DRAWN = ["code", "groupe", "premier", "temoin", "visite[k1].jeton", "visite[k2].jeton"]


def filled(context=ONE, items=ITEMS, **values):
    return fill(FORM, Answers(values, items), context)


def order(context, **values):
    return [choice.name for choice in filled(context, **values).choices(Place(FORM.questions["gouts"], "gouts"))]


def test_same_document_draws_the_same():
    assert filled().values == filled().values


@pytest.mark.parametrize("path", ["code", "visite[k1].jeton"])
def test_another_document_draws_otherwise(path):
    assert filled(ONE).values[path] != filled(OTHER).values[path]


def test_items_draw_apart():
    jetons = {filled().values[f"visite[{key}].jeton"] for key in ("k1", "k2")}
    assert len(jetons) == 2


def test_what_is_drawn_is_told_to_be_kept():
    assert sorted(filled().drawn) == DRAWN


def test_what_is_not_asked_is_not_drawn_and_a_blank_is_not_kept():
    assert sorted(filled(age=20).drawn) == sorted([*DRAWN, "rang", "tire"])


def test_what_was_kept_stands_whatever_is_answered():
    kept = {"code": "abc", "groupe": "B", "rang": 3.0, "temoin": False}
    again = filled(**kept, age=40)
    assert ({path: again.values[path] for path in kept}, set(kept) & set(again.drawn)) == (kept, set())


def test_day_that_was_kept_is_a_day_and_stands_the_day_after():
    tomorrow = replace(ONE, now=ONE.now + timedelta(days=1))
    answers, _ = from_sheet(FORM, {"premier": "2026-03-03"})
    again = fill(FORM, answers, tomorrow)
    assert (again.values["premier"], again.wording.shown("premier")) == (date(2026, 3, 3), ("03/03/2026",))


def test_what_is_frozen_is_read_again_without_any_seed():
    first = filled(age=20)
    sheet = frozen_sheet(first)
    answers, problems = from_sheet(FORM, sheet)
    again = fill(FORM, answers, CONTEXT)
    assert (problems, dict(again.values), frozen_sheet(again), again.drawn) == ((), dict(first.values), sheet, {})


def test_numbers_survive_being_kept():
    drawn = filled(age=20).values["tire"]
    assert filled(age=20, tire=drawn).values["tire"] == drawn


@pytest.mark.parametrize("kept", ["2026-03-02T23:30:00+01:00", "2026-02-30", "12h", "2026-03-02T23:30:00"])
def test_text_that_is_no_date_stays_a_text(kept):
    form = a_form("- {name: a, kind: calculate, label: A, calculation: \"once('x')\"}")
    answers, _ = from_sheet(form, {"a": kept})
    value = fill(form, answers, CONTEXT).values["a"]
    assert (value.isoformat() if isinstance(value, date) else value) == kept


def test_reader_who_may_not_see_a_draw_finds_it_nowhere():
    assert "code" not in veiled(filled(), Veil(frozenset({"code"}))).drawn


def test_options_stand_in_an_order_of_their_document_and_the_last_ones_last():
    one, other = order(ONE), order(OTHER)
    assert (one != other, sorted(one[:5]), one[5:], one == order(ONE, age=3)) == (
        True,
        ["a", "b", "c", "d", "e"],
        ["autre", "rien"],
        True,
    )


def test_blank_paper_keeps_the_order_of_the_author():
    assert order(CONTEXT) == ["a", "b", "c", "d", "e", "rien", "autre"]


def test_answers_are_kept_in_the_order_of_the_author():
    answers, _ = from_sheet(FORM, {"gouts": ["e", "a"]})
    assert fill(FORM, answers, ONE).values["gouts"] == ("a", "e")
