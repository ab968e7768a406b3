from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.results import LEVELS, band_of, gap_band

HUNDREDTH = Fraction(1, 100)


@pytest.mark.parametrize(
    "edge,below,wording",
    [
        (Fraction(1, 2), "Action non réalisée conjointement", "proche du niveau Information"),
        (Fraction(3, 2), "proche du niveau Information", "proche du niveau Consultation"),
        (Fraction(5, 2), "proche du niveau Consultation", "proche du niveau Participation"),
        (Fraction(7, 2), "proche du niveau Participation", "proche du niveau Partenariat"),
    ],
)
def test_level_changes_exactly_at_its_edge(edge, below, wording):
    assert band_of(edge - HUNDREDTH, LEVELS).wording == below
    assert band_of(edge, LEVELS).wording == wording


def test_ends_of_the_scale_have_their_level():
    assert band_of(Fraction(0), LEVELS).name == "none"
    assert band_of(Fraction(4), LEVELS).name == "partnership"


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
