"""The pocket calculator: known results, and NaN or infinity where there is none."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.answers import value

ONE = ("sqrt", "exp", "exp10", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "abs", "floor", "ceiling")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("sqrt(9)", 3.0),
        ("pow(2, 10)", 1024.0),
        ("pow(0, -1)", math.inf),
        ("exp(1)", math.e),
        ("exp(1000)", math.inf),
        ("exp10(3)", 1000.0),
        ("log(exp(2))", 2.0),
        ("log(0)", -math.inf),
        ("log10(1000)", 3.0),
        ("sin(pi() div 2)", 1.0),
        ("cos(0)", 1.0),
        ("tan(0)", 0.0),
        ("asin(1) * 2", math.pi),
        ("acos(1)", 0.0),
        ("atan(1) * 4", math.pi),
        ("atan2(1, 1) * 4", math.pi),
        ("abs(-3.5)", 3.5),
        ("floor(-1.5)", -2.0),
        ("ceiling(-1.5)", -1.0),
        ("ceiling(1 div 0)", math.inf),
    ],
)
def test_result(text, expected):
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["sqrt(-1)", "log(-1)", "acos(2)", "pow(-8, 0.5)", "sin('a')", "atan2('', 1)"])
def test_nothing_has_no_result(text):
    assert repr(value(text)) == "nan"


@given(number=st.floats(), name=st.sampled_from(ONE))
def test_no_number_makes_a_function_fail(number, name):
    assert isinstance(value(f"{name}(${{x}})", x=number), float)


@given(base=st.floats(), exponent=st.floats())
def test_no_power_fails(base, exponent):
    assert isinstance(value("pow(${x}, ${y})", x=base, y=exponent), float)
