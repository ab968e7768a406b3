"""Arithmetic that never fails."""

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions.arithmetic import (
    OPERATIONS,
    divide,
    modulo,
    round_places,
    round_whole,
    truncate,
)

INF, NAN = math.inf, math.nan


def same(one, other):
    return repr(one) == repr(other)


@pytest.mark.parametrize(
    "dividend, divisor, result",
    [(1, 0.0, INF), (-1, 0.0, -INF), (1, -0.0, -INF), (0.0, 0.0, NAN), (NAN, 0.0, NAN), (6.0, 4.0, 1.5)],
)
def test_divide(dividend, divisor, result):
    assert same(divide(dividend, divisor), result)


@pytest.mark.parametrize(
    "dividend, divisor, result",
    [(5.0, 2.0, 1.0), (-5.0, 3.0, -2.0), (5.0, -3.0, 2.0), (1.0, 0.0, NAN), (INF, 1.0, NAN), (5.0, INF, 5.0)],
)
def test_modulo(dividend, divisor, result):
    assert same(modulo(dividend, divisor), result)


@pytest.mark.parametrize(
    "value, result",
    [(2.5, 3.0), (-2.5, -2.0), (-0.5, 0.0), (2.4, 2.0), (0.49999999999999994, 0.0), (INF, INF), (NAN, NAN)],
)
def test_round_whole(value, result):
    assert same(round_whole(value) + 0.0, result)


@pytest.mark.parametrize(
    "value, places, result",
    [
        (2.15, 1.0, 2.2),
        (-1.5, 0.0, -2.0),
        (-2.45, 1.0, -2.5),
        (14.29123456789, 1.5, 14.3),
        (626.3, -3.0, 1000.0),
        (12345.12345, -1.0, 12350.0),
        (1.5, 400.0, 1.5),
        (1.5, -400.0, 0.0),
        (1.5, INF, 1.5),
        (1.5, -INF, 0.0),
        (1.5, NAN, NAN),
        (INF, 2.0, INF),
    ],
)
def test_round_places(value, places, result):
    assert same(round_places(value, places), result)


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-320, 340))
def test_round_places_is_the_nearest_decimal(value, places):
    expected = Decimal(repr(value)).scaleb(places).to_integral_value(ROUND_HALF_UP).scaleb(-places)
    if -300 < places < 20 and abs(value) < 1e8:
        assert round_places(value, float(places)) == float(expected)
    else:
        assert not math.isnan(round_places(value, float(places)))


@pytest.mark.parametrize("value, result", [(1.9, 1.0), (-1.9, -1.0), (1e300, 1e300), (INF, INF), (NAN, NAN)])
def test_truncate(value, result):
    assert same(truncate(value), result)


@given(st.sampled_from(sorted(OPERATIONS)), st.floats(), st.floats())
def test_any_operation_gives_a_number(operator, one, other):
    assert isinstance(OPERATIONS[operator](one, other), float)
