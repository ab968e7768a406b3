"""Each conversion of the dialect."""

import math
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions.values import boolean_of, number_of, number_text, text_of
from tests.expressions.answers import PARIS, Answer

A_DAY = date(2026, 7, 14)
NOON = datetime(2026, 7, 14, 12, 0, tzinfo=PARIS)


@pytest.mark.parametrize(
    "value, text",
    [
        ("", ""),
        ("é", "é"),
        (True, "true"),
        (False, "false"),
        (1.0, "1"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (-0.1, "-0.1"),
        (1e-7, "0.0000001"),
        (1e15, "1000000000000000"),
        (1.23e21, "1230000000000000000000"),
        (math.nan, "NaN"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
        (3, "3"),
        (A_DAY, "2026-07-14"),
        (NOON, "2026-07-14T12:00:00.000+02:00"),
        (datetime(2026, 7, 14, tzinfo=UTC), "2026-07-14T00:00:00.000-00:00"),
        ((), ""),
        ((Answer("a", 2.0), Answer("a", 3.0)), "2"),
    ],
)
def test_text_of(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    "value, number",
    [
        ("12", 12.0),
        (" -1.5\n", -1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1970-01-02", 1.0),
        ("1969-12-31", -1.0),
        ("1970-01-01T12:00:00Z", 0.5),
        ("1970-01-01T12:00:00", 11 / 24),
        (True, 1.0),
        (False, 0.0),
        (3, 3.0),
        (A_DAY, 20648.0),
        (NOON, 20648 + 10 / 24),
        ((Answer("a", 2.0), Answer("a", 3.0)), 2.0),
    ],
)
def test_number_of(value, number):
    assert number_of(value, PARIS) == number


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "a",
        "1e3",
        "+1",
        "1,5",
        "- 1",
        "1 2",
        "0x1",
        "٣",
        "2026-02-30",
        "2026-1-1",
        "2026-07-14T25:00",
        (),
    ],
)
def test_what_says_no_number_is_nan(value):
    assert math.isnan(number_of(value, PARIS))


@pytest.mark.parametrize(
    "value, truth",
    [
        ("", False),
        ("false", True),
        ("0", True),
        (0.0, False),
        (-0.0, False),
        (math.nan, False),
        (0.1, True),
        (True, True),
        (A_DAY, True),
        ((), False),
        ((Answer("a"),), False),
        ((Answer("a", "x"),), True),
        ((Answer("a"), Answer("a", "x")), True),
        ((Answer("a", 0.0),), False),
        ((Answer("group", children=[Answer("a")]),), True),
    ],
)
def test_boolean_of(value, truth):
    assert boolean_of(value) is truth


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_number_text_is_exact_and_plain(number):
    text = number_text(number)
    assert Decimal(text) == Decimal(repr(number))
    assert "e" not in text.lower()
    assert number_of(text, UTC) == number
