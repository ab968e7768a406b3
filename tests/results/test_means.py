from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.results import mean

RATINGS = st.lists(st.none() | st.integers(0, 4), max_size=12)


def test_mean_is_exact():
    assert mean([3, 2, 3]) == Fraction(8, 3)


def test_mean_counts_zero_and_leaves_out_what_is_missing():
    assert mean([0, None, 4, None]) == 2


def test_mean_of_fewer_than_the_minimum_is_not_calculated():
    assert mean([4, None, None], 2) is None


def test_mean_of_nothing_is_not_calculated():
    assert mean([]) is None


@given(RATINGS, st.integers(1, 4))
def test_mean_stays_within_the_scale(values, minimum):
    result = mean(values, minimum)
    assert result is None or 0 <= result <= 4


@given(RATINGS, st.integers(1, 4))
def test_declined_never_counts_as_zero(values, minimum):
    answered = [value for value in values if value is not None]
    assert mean(values, minimum) == mean(answered, minimum)


@given(RATINGS, st.integers(1, 4), st.randoms())
def test_order_is_indifferent(values, minimum, random):
    shuffled = random.sample(values, len(values))
    assert mean(shuffled, minimum) == mean(values, minimum)
