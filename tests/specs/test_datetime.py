"""A day and its hour: bounded by moments, days, and other answers; told where the establishment is."""

import pytest

from questionnaire.spec.values import Unreadable
from tests.filling.building import codes, filled, messages, tiny

FORM = tiny("datetime")


@pytest.mark.parametrize(
    "sheet, said",
    [
        ({"debut": "2026-02-03 14h30"}, []),
        ({"debut": "2026-01-01T09:00"}, []),
        ({"debut": "01/01/2026 8:59"}, ["Indiquez un moment à partir du 01/01/2026 à 09:00."]),
        ({"debut": "03/03/2026 à 00:30"}, []),
        ({"debut": "03/03/2026 00:31"}, ["Indiquez un moment jusqu’au 03/03/2026 à 00:30."]),
        (
            {"debut": "2026-02-03T14:30", "fin": "2026-02-03T14:29"},
            ["Indiquez un moment à partir du 03/02/2026 à 14:30."],
        ),
    ],
)
def test_moment_is_bounded(sheet, said):
    assert messages(filled(FORM, sheet)) == said


@pytest.mark.parametrize(
    "typed, code",
    [("03/02/2026", "not_a_moment"), ("14h30", "not_a_moment"), ("30/02/2026 14h30", "impossible_date"),
     ("03/02/26 14h30", "short_year"), ("03/02/2026 25h", "not_a_moment"), ("demain 14h", "not_a_moment")],
)  # fmt: skip
def test_what_is_no_moment_is_kept_with_why(typed, code):
    done = filled(FORM, {"debut": typed})
    answer = done.answer("debut")
    assert isinstance(answer, Unreadable)
    assert (codes(done), answer.text) == ([("debut", code)], typed)


def test_moments_are_counted_in_days():
    day = {"debut": "2026-02-03T08:00", "fin": "2026-02-03T20:01"}
    assert filled(FORM, day).is_relevant("longue")
    assert not filled(FORM, {**day, "fin": "2026-02-03T20:00"}).is_relevant("longue")
