"""Places on a round earth: length, surface, inside or outside."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions import EvaluationError
from tests.expressions.answers import value

SQUARE = "0 0;0 1;1 1;1 0;0 0"
QUARTER_OF_A_CIRCLE = math.pi / 2 * 6_378_100


@pytest.mark.parametrize(
    "text, expected",
    [
        ("distance('0 0;0 90')", round(QUARTER_OF_A_CIRCLE, 2)),
        ("distance('0 0;0 90;0 0')", round(2 * QUARTER_OF_A_CIRCLE, 2)),
        ("distance('90 0;90 1')", 0.0),
        ("distance('48.85 2.35 35 5')", 0.0),
        ("distance('')", 0.0),
        ("area('0 0;0 90')", 0.0),
        ("area('0 0;0 90;90 90;90 0')", round(math.pi / 2 * 6_378_100**2, 2)),
    ],
)
def test_measure(text, expected):
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize("places", ["5000 5000;1 1", "Lyon", "1", "1 2 3 4 5"])
def test_what_is_no_place_has_no_measure(places):
    assert (repr(value("distance(${x})", x=places)), repr(value("area(${x})", x=places))) == ("nan", "nan")


@pytest.mark.parametrize("point, inside", [("0.5 0.5", True), ("0.5 2", False), ("2 0.5", False), ("-1 0", False)])
def test_geofence(point, inside):
    assert value("geofence(${p}, ${s})", p=point, s=SQUARE) is inside


@pytest.mark.parametrize("point, shape", [("", SQUARE), ("1 1", ""), ("1 1", "0 0;1 1"), ("ici", SQUARE)])
def test_geofence_asks_for_a_place_and_a_shape(point, shape):
    with pytest.raises(EvaluationError, match="un lieu, puis un contour"):
        value("geofence(${p}, ${s})", p=point, s=shape)


@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-179, 179)), min_size=1, max_size=5))
def test_going_back_is_as_long(places):
    there, back = (";".join(f"{a:.6f} {o:.6f}" for a, o in way) for way in (places, places[::-1]))
    assert value("distance(${x})", x=there) == pytest.approx(value("distance(${x})", x=back), abs=0.02)
