from decimal import Decimal

import pytest

from questionnaire.spec.kinds.figures import (
    digits_of,
    finite,
    json_number,
    plain_figure,
    plain_number,
    shown_number,
    typed_number,
)
from questionnaire.spec.text_reading import parse_text
from tests.spec.kinds.asking import LABELS, asked


@pytest.mark.parametrize(
    "typed,figure",
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1,234", "1.234"),
        ("1 234", "1234"),
        ("1\u00a0234\u202f567,80", "1234567.8"),
        ("-5", "-5"),
        ("− 5,0", "-5"),
        ("+5", "5"),
        ("-0,00", "0"),
        ("007", "7"),
        (",5", "0.5"),
        ("5,", "5"),
    ],
)
def test_french_numbers_are_understood(typed, figure):
    assert plain_figure(typed) == figure


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "-",
        ",",
        "1.234,5",
        "1,234.5",
        "1.234.567",
        "12 34",
        "1  234",
        "1234 567",
        "12 kg",
        "1e3",
        "٣",
        "--1",
    ],
)
def test_doubtful_numbers_are_not_guessed(typed):
    assert plain_figure(typed) is None


@pytest.mark.parametrize("figure,digits", [("0", 0), ("-12.5", 3), ("0.05", 2), ("100", 3)])
def test_digits_are_counted_without_the_leading_zero(figure, digits):
    assert digits_of(figure) == digits


@pytest.mark.parametrize(
    "number,plain",
    [
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (1e16, "10000000000000000"),
        (1e-7, "0.0000001"),
        (Decimal("2.50"), "2.5"),
    ],
)
def test_numbers_are_written_plainly(number, plain):
    assert plain_number(number) == plain


@pytest.mark.parametrize("number,json", [(Decimal("12.0"), "12"), (2.5, "2.5"), (Decimal("0.1"), "0.1"), (3.0, "3")])
def test_json_numbers_are_whole_where_they_can_be(number, json):
    assert repr(json_number(number)) == json


@pytest.mark.parametrize(
    "number,unit,shown",
    [
        (0, None, "0"),
        (1234, None, "1\u00a0234"),
        (-1234567.25, None, "−1\u00a0234\u00a0567,25"),
        (Decimal("12.5"), "%", "12,5\u00a0%"),
        (2000, "heures par an", "2\u00a0000\u00a0heures par an"),
    ],
)
def test_numbers_are_shown_the_french_way(number, unit, shown):
    question = asked("decimal", unit=parse_text(unit) if unit else None)
    assert shown_number(number, question, LABELS) == shown


def test_numbers_are_typed_again_without_grouping():
    assert typed_number(Decimal("-1234.5")) == "-1234,5"


@pytest.mark.parametrize("value", [None, "12", True, float("nan"), float("inf"), ()])
def test_what_is_no_finite_number_is_none(value):
    assert finite(value) is None
