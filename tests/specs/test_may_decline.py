from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from questionnaire.content.blocks import Reply
from questionnaire.content.describing import describe
from questionnaire.filling import Context, fill, frozen_sheet
from questionnaire.filling.answers import from_sheet, from_stored, to_stored
from questionnaire.filling.progress import State, section_progress
from questionnaire.spec import load
from questionnaire.spec.values import Declined

HERE = Path(__file__).parent
FORM = load(HERE / "may_decline.yaml")
RATING = load(HERE / "rating.yaml")
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)
NSP = {"age": "nsp", "avis": "nsp", "accord": "nsp", "aides": "nsp", "jour": "nsp"}


def filled(sheet, form=FORM):
    answers, problems = from_sheet(form, sheet)
    assert problems == ()
    return fill(form, answers, CONTEXT)


def codes(sheet):
    return [(problem.path, problem.code) for problem in filled(sheet).problems]


def test_required_question_is_answered_by_declining():
    assert (codes({}), codes(NSP)) == ([("age", "required")], [])


def test_declined_number_is_blank_for_calculations():
    assert (filled({"age": "nsp"}).values["plus"], filled({"age": 20}).values["plus"]) == (None, 21)


def test_declined_mark_is_no_zero():
    values = [filled({"decisions": given}, RATING).values["double"] for given in ("nsp", 0, 3)]
    assert values == [None, 0, 6]


def test_declined_answers_come_through_the_freeze_under_their_name():
    frozen = frozen_sheet(filled(NSP))
    assert (frozen, frozen_sheet(filled(frozen))) == (NSP, NSP)


def test_declined_answers_come_through_storage():
    answers, _ = from_sheet(FORM, NSP)
    rows = to_stored(FORM, answers)
    assert (rows, from_stored(FORM, rows).values["aides"]) == (NSP, Declined("nsp"))


def test_mark_of_zero_comes_through_the_freeze_as_a_number():
    assert frozen_sheet(filled({"decisions": 0}, RATING)) == {"decisions": 0, "double": 0}


def test_paper_says_that_the_person_declined():
    replies = [block.lines for block in describe(filled(NSP)) if isinstance(block, Reply)]
    assert replies == [("Je préfère ne pas répondre",), ("Sans avis",), *[("Je ne sais pas",)] * 3]


def test_part_where_all_was_declined_is_done():
    form = filled(NSP)
    assert section_progress(form, FORM.sections[0]).state is State.DONE


@pytest.mark.parametrize("age,code", [(12, "too_small"), (42, "constraint")])
def test_other_answers_are_judged_as_usual(age, code):
    assert codes({"age": age}) == [("age", code)]


def test_option_left_out_by_a_filter_is_not_offered_while_declining_is():
    assert codes({"age": 20, "aides": ["ecriture"]}) == [("aides", "not_offered")]


def test_number_keeps_its_value_beside_the_possibility_to_decline():
    assert filled({"age": 20}).values["age"] == Decimal(20)
