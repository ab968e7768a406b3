from decimal import Decimal

import pytest

from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

INTEGER = asked("integer")
DECIMAL = asked("decimal")


@pytest.mark.parametrize("typed,number", [("1 234", 1234), ("12,0", 12), ("-3", -3), ("0", 0)])
def test_whole_numbers_are_ints(typed, number):
    answer = INTEGER.kind.read([typed], INTEGER)
    assert (answer, type(answer)) == (number, int)


@pytest.mark.parametrize("typed", ["12,5", "douze", "1.234,5"])
def test_integer_refuses_anything_else(typed):
    message = "Écrivez un nombre entier, par exemple 12."
    assert INTEGER.kind.read([typed], INTEGER) == Unreadable(typed, "not_an_integer", message)


def test_decimal_is_exact():
    answer = DECIMAL.kind.read(["0,1"], DECIMAL)
    assert (answer, type(answer)) == (Decimal("0.1"), Decimal)


def test_decimal_refuses_words():
    expected = Unreadable("douze virgule cinq", "not_a_number", "Écrivez un nombre, par exemple 12,5.")
    assert DECIMAL.kind.read(["douze\nvirgule cinq"], DECIMAL) == expected


@pytest.mark.parametrize("question", [INTEGER, DECIMAL], ids=["integer", "decimal"])
def test_fifteen_digits_at_most_are_read(question):
    most, more = "9" * 15, "9" * 16
    expected = Unreadable(more, "too_many_digits", "Écrivez un nombre de 15 chiffres au plus.")
    assert [question.kind.read([typed], question) for typed in (most, more)] == [int(most), expected]


@pytest.mark.parametrize(
    "decimals,code,message",
    [
        (0, "not_an_integer", "Écrivez un nombre entier, par exemple 12."),
        (1, "too_many_decimals", "Écrivez un nombre avec 1 chiffre au plus après la virgule."),
        (2, "too_many_decimals", "Écrivez un nombre avec 2 chiffres au plus après la virgule."),
    ],
)
def test_digits_after_the_comma_are_limited(decimals, code, message):
    question = asked("decimal", decimals=decimals)
    assert question.kind.read(["12,345"], question) == Unreadable("12,345", code, message)


def test_zeros_after_the_comma_do_not_count():
    question = asked("decimal", decimals=1)
    assert question.kind.read(["12,500"], question) == Decimal("12.5")


@pytest.mark.parametrize("json,number", [(12, Decimal(12)), (0.1, Decimal("0.1")), ("12,5", Decimal("12.5"))])
def test_json_numbers_are_read(json, number):
    assert DECIMAL.kind.from_json(json, DECIMAL) == number


@pytest.mark.parametrize("json", [True, float("nan"), float("inf"), "1e3"])
def test_json_that_is_no_number_is_refused(json):
    answer = DECIMAL.kind.from_json(json, DECIMAL)
    assert isinstance(answer, Unreadable)
    assert answer.code == "not_a_number"


def test_numbers_are_stored_as_json_numbers():
    written = [
        DECIMAL.kind.to_json(Decimal("12.5")),
        DECIMAL.kind.to_json(Decimal(12)),
        INTEGER.kind.to_json(12),
    ]
    assert list(map(repr, written)) == ["12.5", "12", "12"]


def test_expressions_see_floats():
    assert (repr(INTEGER.kind.atom(12)), repr(DECIMAL.kind.atom(Decimal("12.5")))) == ("12.0", "12.5")


def test_numbers_are_shown_with_their_unit():
    question = asked("integer", unit=parse_text("heures"))
    assert question.kind.show(1500, question, LABELS) == ("1\u00a0500\u00a0heures",)


def test_computed_floats_are_written_and_shown():
    assert (INTEGER.kind.write(3.0), INTEGER.kind.show(3.0, INTEGER, LABELS)) == (3, ("3",))
