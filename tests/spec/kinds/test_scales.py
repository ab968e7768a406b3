from decimal import Decimal

import pytest

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

HALVES = asked("range", step=Decimal("0.5"))
RATING = asked("rating")


@pytest.mark.parametrize("typed,value", [("7,5", "7.5"), ("0", "0"), ("-0,5", "-0.5"), ("10,0", "10")])
def test_multiple_of_the_step_is_read(typed, value):
    assert HALVES.kind.read([typed], HALVES) == Decimal(value)


@pytest.mark.parametrize("typed", ["7,25", "999999999999,01"])
def test_number_between_two_steps_is_refused(typed):
    assert HALVES.kind.read([typed], HALVES) == Unreadable(typed, "not_a_step", "Écrivez un multiple de 0,5.")


def test_step_is_one_unless_said():
    question = asked("range")
    assert question.kind.read(["2,5"], question) == Unreadable("2,5", "not_a_step", "Écrivez un multiple de 1.")


def test_zero_of_a_scale_is_an_answer_with_its_faces():
    kind = RATING.kind
    assert (kind.to_json("0"), kind.typed("0"), kind.show("0", RATING, LABELS), kind.atom("0")) == (
        0,
        "0",
        ("0\u00a0– Non réalisée",),
        0.0,
    )


@pytest.mark.parametrize("json,value", [(2, "2"), ("2", "2"), (0, "0")])
def test_mark_is_read_from_a_file(json, value):
    assert RATING.kind.from_json(json, RATING) == value


def test_mark_out_of_the_scale_is_refused():
    assert RATING.kind.from_json(3, RATING) == Unreadable("3", "not_offered", "Choisissez une réponse de la liste.")
