"""Comparisons of values of two types."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.answers import PARIS, value


@pytest.mark.parametrize(
    "text, expected",
    [
        ("'1' = '1.0'", False),
        ("1 = '1.0'", True),
        ("'' = 0", False),
        ("'' != 0", True),
        ("'abc' < 'abcd'", False),
        ("'10' > '9'", True),
        ("true() = 'x'", True),
        ("true() > 0.5", True),
        ("3 < 4 < 5", True),
        ("3 > 2 > 2", False),
        ("'2026-01-02' > '2026-01-01'", True),
        ("'2026-01-01' = '2026-01-01T00:00'", False),
        ("date('2026-01-01') = '2026-01-01'", True),
        ("date('2026-01-01') = '2026-01-01T00:00'", True),
        ("date('2026-01-01') = ''", False),
        ("date('2026-01-01') != ''", True),
        ("date('2026-01-01') = 'demain'", False),
        ("date('1970-01-02') = 1", True),
        ("10 + '2012-07-24' = '2012-08-03'", True),
    ],
)
def test_comparison_of_two_values(text, expected):
    assert value(text) is expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("${age} = ''", False),
        ("${age} != ''", True),
        ("${age} = '21.0'", True),
        ("${vide} = ''", True),
        ("${vide} != ''", False),
        ("${vide} = 0", False),
        ("${vide} < 1", False),
        ("${vide} >= 1", False),
        ("${jour} <= today()", True),
        ("${jour} <= now()", True),
        ("${jour} + 1 > today()", True),
        ("${jour} = '2026-07-14'", True),
        ("${jour} = ${instant}", True),
    ],
)
def test_comparison_of_answers(text, expected):
    midnight = datetime(2026, 7, 14, tzinfo=PARIS)
    assert value(text, age=21.0, vide="", jour=date(2026, 7, 14), instant=midnight) is expected


ATOMS = st.floats() | st.text(max_size=3) | st.booleans() | st.dates()


@given(ATOMS, ATOMS)
def test_different_is_the_contrary_of_equal(one, other):
    assert value("${a} != ${b}", a=one, b=other) is not value("${a} = ${b}", a=one, b=other)


@given(ATOMS, ATOMS)
def test_comparison_reads_the_same_from_both_sides(one, other):
    assert value("${a} < ${b}", a=one, b=other) is value("${b} > ${a}", a=one, b=other)
    assert value("${a} = ${b}", a=one, b=other) is value("${b} = ${a}", a=one, b=other)
