"""When what waited for a person is due, by the hours of their establishment."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from questionnaire.lifecycle.gathering import Pace, due_until

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    "pace, hour, until",
    [
        (Pace.DAILY, datetime(2026, 3, 10, 8, tzinfo=PARIS), datetime(2026, 3, 10, 8, tzinfo=PARIS)),
        (Pace.DAILY, datetime(2026, 3, 10, 18, 59, tzinfo=PARIS), datetime(2026, 3, 10, 8, tzinfo=PARIS)),
        (Pace.WEEKLY, datetime(2026, 3, 9, 9, tzinfo=PARIS), datetime(2026, 3, 9, 8, tzinfo=PARIS)),
        (Pace.WEEKLY, datetime(2026, 3, 13, 9, tzinfo=PARIS), datetime(2026, 3, 9, 8, tzinfo=PARIS)),
        # The clocks went forward on the Sunday between: it is eight o'clock on both days.
        (Pace.WEEKLY, datetime(2026, 3, 31, 9, tzinfo=PARIS), datetime(2026, 3, 30, 8, tzinfo=PARIS)),
    ],
)
def test_what_is_due_is_what_happened_before_the_morning_that_the_pace_names(pace, hour, until):
    assert due_until(pace, hour) == until


@pytest.mark.parametrize("pace", Pace)
def test_only_a_day_and_a_week_gather(pace):
    assert pace.is_gathered == (pace in (Pace.DAILY, Pace.WEEKLY))
