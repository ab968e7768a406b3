"""When people are reminded."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from questionnaire.lifecycle.reminding import awaited_since, day_reached, is_working_hour
from tests.lifecycle.building import COPILOTE, PORTEUR, VISA, an_act

FROZEN = datetime(2026, 3, 2, 9, tzinfo=UTC)
SIGNED = FROZEN + timedelta(days=3)
STEPS = (PORTEUR, COPILOTE, VISA)


def test_the_first_steps_wait_since_the_freeze_and_the_others_since_the_last_act_before_them():
    acts = (replace(an_act(PORTEUR), at=SIGNED),)
    assert [awaited_since(step, STEPS, acts, FROZEN) for step in (PORTEUR, COPILOTE)] == [FROZEN, SIGNED]


@pytest.mark.parametrize(
    "elapsed, day",
    [
        (timedelta(days=6, hours=23), None),
        (timedelta(days=7), 7),
        (timedelta(days=13), 7),
        (timedelta(days=14), 14),
        (timedelta(days=400), 14),
    ],
)
def test_only_the_last_day_that_has_come_counts(elapsed, day):
    assert day_reached(FROZEN, FROZEN + elapsed, (7, 14)) == day


def test_without_days_there_is_no_reminder():
    assert day_reached(FROZEN, FROZEN + timedelta(days=99), ()) is None


@pytest.mark.parametrize(
    "day, hour, working",
    [
        (2, (8,), True),
        (
            2,
            (
                7,
                59,
            ),
            False,
        ),
        (2, (19,), False),
        (
            6,
            (
                18,
                59,
            ),
            True,
        ),
        (7, (12,), False),
        (8, (12,), False),
    ],
)
def test_letters_arrive_on_working_days_by_day(day, hour, working):
    assert is_working_hour(datetime.combine(date(2026, 3, day), time(*hour), UTC)) is working
