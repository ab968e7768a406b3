from fractions import Fraction

from hypothesis import given

from questionnaire.results import compare, gap, gap_band, profile_of
from tests.results.barometer import JOINT, PATIENT, PROFESSIONAL, SECTORS
from tests.results.test_profiles import RATERS

PRO, USER, TOGETHER = (profile_of([ratings], SECTORS) for ratings in (PROFESSIONAL, PATIENT, JOINT))


def test_worked_example_has_its_gaps_by_sector():
    assert list(compare(PRO, USER).sectors.values()) == [1, Fraction(2, 3), Fraction(4, 3), None]


def test_worked_example_has_its_criteria_to_discuss_first():
    gaps = compare(PRO, USER).criteria
    first = {name: value for name, value in gaps.items() if value is not None and gap_band(value).name == "discuss"}
    assert first == {"c1": 2, "c5": 2, "c6": 2}


def test_movement_is_the_joint_rating_minus_a_side():
    assert compare(TOGETHER, PRO).criteria["c1"] == -1
    assert compare(TOGETHER, USER).criteria["c1"] == 1


def test_gap_is_missing_when_one_side_is():
    assert gap(Fraction(3), None) is gap(None, Fraction(3)) is None


@given(RATERS, RATERS)
def test_gap_changes_sign_with_the_sides_and_stays_within_the_scale(first, second):
    there, back = (profile_of(raters, SECTORS) for raters in (first, second))
    forward, backward = compare(there, back), compare(back, there)
    for name, value in [*forward.criteria.items(), *forward.sectors.items()]:
        opposite = backward.criteria.get(name, backward.sectors.get(name))
        assert value == (None if opposite is None else -opposite)
        assert value is None or abs(value) <= 4
