"""Hours and minutes: read as people write them, kept in minutes, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.kinds.durations import duration_text, minutes_in
from tests.filling.building import codes, filled, messages, tiny

FORM = tiny("duration")


@pytest.mark.parametrize(
    "typed, minutes",
    [
        ("1 h 30", 90), ("1h30", 90), ("1:30", 90), ("90 min", 90), ("90 minutes", 90), ("2 h", 120), ("2 heures", 120),
        ("1 heure 5 minutes", 65), ("1 h 05 min", 65), ("45mn", 45), (90, 90),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_people_write_it(typed, minutes):
    done = filled(FORM, {"duree": typed})
    assert (done.values["duree"], messages(done)) == (minutes, [])


@pytest.mark.parametrize("typed", ["90", "1 h 75", "1,5", "une heure", "-1 h", "1:5", "h 30"])
def test_what_is_no_duration_is_kept_with_why(typed):
    assert codes(filled(FORM, {"duree": typed})) == [("duree", "not_a_duration")]


@pytest.mark.parametrize(
    "sheet, said",
    [
        ({"duree": "10 min"}, ["Indiquez au moins 15\u00a0min."]),
        ({"duree": "8 h"}, []),
        ({"duree": "8 h 01"}, ["Indiquez au plus 8\u00a0h."]),
        ({"duree": "1 h", "trajet": "1 h 15"}, ["Indiquez au plus 1\u00a0h."]),
    ],
)
def test_a_duration_is_bounded(sheet, said):
    assert messages(filled(FORM, sheet)) == said


def test_rules_count_minutes():
    done = filled(FORM, {"duree": "2 h", "trajet": "45 min"})
    assert (done.values["total"], done.is_relevant("pause")) == (165, True)


@given(st.integers(0, 599_999))
def test_what_is_written_is_read_again(minutes):
    assert minutes_in(duration_text(minutes).replace("\u00a0", " ")) == minutes
