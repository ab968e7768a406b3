from datetime import UTC, datetime
from pathlib import Path

import pytest

from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.filling.reasons import answer_digest
from questionnaire.spec import load

FORM = load(Path(__file__).parent / "warning.yaml")
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)
ADA, BEA = {"_key": "a", "nom": "Ada"}, {"_key": "b", "nom": "Bea"}


def filled(sheet):
    answers, problems = from_sheet(FORM, sheet)
    assert problems == ()
    return fill(FORM, answers, CONTEXT)


def said(sheet):
    """The paths of the problems, then those of the warnings."""
    form = filled(sheet)
    return [[each.path for each in found] for found in (form.problems, form.warnings)]


@pytest.mark.parametrize("age", [None, 99, "nsp"])
def test_nothing_is_said_of_what_is_usual_blank_or_declined(age):
    assert said({"age": age, "personne": [ADA, BEA]}) == [[], []]


def test_warning_prevents_nothing_and_quotes_the_answer():
    form = filled({"age": 120, "personne": [ADA, BEA]})
    assert (form.problems, [each.message for each in form.warnings]) == ((), ["Un âge rare\u00a0: 120 ans."])


def test_what_is_refused_is_not_warned_of_as_well():
    assert said({"age": -1, "personne": [ADA, BEA]}) == [["age"], []]


def test_warning_of_a_list_is_judged_on_all_its_items():
    assert said({"personne": [ADA]}) == [[], ["personne"]]


def test_list_too_short_is_only_said_to_be():
    assert said({"seul": "non"}) == [["personne"], []]


def test_constraint_of_a_list_refuses_where_its_condition_holds():
    assert said({"seul": "non", "personne": [ADA]}) == [["personne"], []]


def test_each_item_is_warned_of_apart():
    assert said({"personne": [ADA, {"_key": "c", "nom": "X"}]}) == [[], ["personne[c].nom"]]


def test_digest_of_an_answer_is_that_of_no_other():
    sheets = [{"age": 120}, {"age": 121}, {"age": None}]
    assert len({answer_digest(filled(sheet), "age") for sheet in sheets}) == 3


def test_digest_of_a_list_follows_its_items():
    sheets = [{"personne": [ADA]}, {"personne": [BEA]}, {"personne": [ADA, BEA]}, {"personne": [ADA]}]
    assert len({answer_digest(filled(sheet), "personne") for sheet in sheets}) == 3
