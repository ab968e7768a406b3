from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.results import SectorScore, Spread, overall, profile_of, sector_score
from tests.results.barometer import CRITERIA, JOINT, PATIENT, PROFESSIONAL, SECTORS

RATERS = st.lists(st.fixed_dictionaries({name: st.none() | st.integers(0, 4) for name in CRITERIA}), max_size=5)


@pytest.mark.parametrize(
    "ratings,scores",
    [
        (PROFESSIONAL, [Fraction(7, 2), Fraction(8, 3), Fraction(8, 3), 2]),
        (PATIENT, [Fraction(5, 2), 2, Fraction(4, 3), None]),
        (JOINT, [3, Fraction(7, 3), 2, Fraction(4, 3)]),
    ],
)
def test_worked_example_has_its_sector_scores(ratings, scores):
    profile = profile_of([ratings], SECTORS)
    assert [sector.score for sector in profile.sectors.values()] == scores


def test_overall_score_is_the_mean_of_sectors_and_not_of_criteria():
    assert overall(profile_of([PROFESSIONAL], SECTORS)) == Fraction(65, 24)


def test_overall_score_needs_every_sector():
    assert overall(profile_of([PATIENT], SECTORS)) is None


def test_overall_score_of_no_sector_is_not_calculated():
    assert overall(profile_of([PATIENT], ())) is None


def test_two_criteria_need_both_answers():
    assert sector_score({"c1": 4, "c2": None}, SECTORS[0]) is None


def test_criterion_left_out_was_not_answered():
    assert sector_score({"c3": 4, "c5": 0}, SECTORS[1]) == 2


def test_side_of_several_shows_mean_extremes_and_number_of_answers():
    side = profile_of([PROFESSIONAL, PATIENT, JOINT], SECTORS)
    assert side.raters == 3
    assert side.criteria["c1"] == Spread(Fraction(3), 2, 4, 3)
    assert side.criteria["c4"] == Spread(Fraction(2), 2, 2, 2)


def test_sector_of_a_side_is_the_mean_of_its_raters_scores():
    side = profile_of([PROFESSIONAL, PATIENT], SECTORS)
    assert side.sectors["co_construction"] == SectorScore(Fraction(7, 3), 2)
    assert side.sectors["co_mise_en_oeuvre"] == SectorScore(Fraction(2), 1)


def test_side_of_nobody_says_nothing():
    side = profile_of([], SECTORS)
    assert side.criteria["c1"] == Spread(None, None, None, 0)
    assert side.sectors["co_decision"] == SectorScore(None, 0)


@pytest.mark.parametrize(
    "spread,divided",
    [
        (Spread(Fraction(2), 1, 4, 3), True),
        (Spread(Fraction(2), 1, 4, 2), False),
        (Spread(Fraction(2), 2, 4, 5), False),
        (Spread(None, None, None, 0), False),
    ],
)
def test_opinions_are_divided_from_three_answers_three_levels_apart(spread, divided):
    assert spread.divided is divided


@given(RATERS, st.randoms())
def test_order_of_raters_is_indifferent(raters, random):
    assert profile_of(random.sample(raters, len(raters)), SECTORS) == profile_of(raters, SECTORS)


@given(RATERS)
def test_scores_stay_within_the_scale_and_between_the_extremes(raters):
    side = profile_of(raters, SECTORS)
    assert all(sector.score is None or 0 <= sector.score <= 4 for sector in side.sectors.values())
    for spread in side.criteria.values():
        answered = [value for value in (spread.low, spread.mean, spread.high) if value is not None]
        assert answered == sorted(answered)
        assert len(answered) == (3 if spread.answers else 0)


@given(RATERS)
def test_rater_who_declines_everything_changes_no_score(raters):
    silent = dict.fromkeys(CRITERIA)
    before, after = profile_of(raters, SECTORS), profile_of([*raters, silent], SECTORS)
    assert (after.criteria, after.sectors) == (before.criteria, before.sectors)
