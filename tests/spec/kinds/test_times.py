import pytest

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import asked

QUESTION = asked("time")


@pytest.mark.parametrize(
    "typed,time",
    [
        ("14:30", "14:30"),
        ("14h30", "14:30"),
        ("14 H 30", "14:30"),
        ("14\u00a0h\u00a030", "14:30"),
        ("9h", "09:00"),
        ("9:05", "09:05"),
        ("00:00", "00:00"),
        ("23h59", "23:59"),
    ],
)
def test_hour_is_read_as_people_write_it(typed, time):
    assert QUESTION.kind.read([typed], QUESTION) == time


@pytest.mark.parametrize("typed", ["24:00", "14:60", "14", "1430", "14:3", "midi", "2h30 pm", "14:30:00", "14 30"])
def test_what_is_no_hour_is_kept_and_refused(typed):
    expected = Unreadable(typed, "not_a_time", "Écrivez une heure, par exemple 14h30.")
    assert QUESTION.kind.read([typed], QUESTION) == expected
