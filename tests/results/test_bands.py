from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.results import band_of, gap_band

HUNDREDTH = Fraction(1, 100)


@dataclass(frozen=True)
class Step:
    below: Fraction | None


LOW, HIGH = Step(Fraction(1, 2)), Step(None)


def test_band_changes_exactly_at_its_edge():
    assert band_of(Fraction(1, 2) - HUNDREDTH, (LOW, HIGH)) == LOW
    assert band_of(Fraction(1, 2), (LOW, HIGH)) == HIGH


@pytest.mark.parametrize(
    "value,wording",
    [
        (Fraction(0), "estimations proches"),
        (1 - HUNDREDTH, "estimations proches"),
        (Fraction(1), "écart à regarder"),
        (2 - HUNDREDTH, "écart à regarder"),
        (Fraction(2), "écart à discuter en priorité"),
        (Fraction(4), "écart à discuter en priorité"),
    ],
)
def test_gap_has_its_words(value, wording):
    assert gap_band(value).wording == wording


@given(st.fractions(-4, 4))
def test_gap_is_read_the_same_in_both_directions(value):
    assert gap_band(value) == gap_band(-value)
