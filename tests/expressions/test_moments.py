"""Dates as days, and back, in several zones."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions.moments import (
    date_written,
    days_of_moment,
    instant_of,
    moment_of_days,
    moment_of_text,
)
from tests.expressions.answers import PARIS

ZONES = st.sampled_from([UTC, PARIS, ZoneInfo("America/Cayenne"), ZoneInfo("Pacific/Noumea")])


@given(st.dates(), ZONES)
def test_date_and_days_are_the_same_in_any_zone(day, zone):
    assert moment_of_days(days_of_moment(day), zone) == day


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-3000, 3000), ZONES)
def test_days_added_to_a_date_ignore_clock_changes(day, days, zone):
    assert moment_of_days(days_of_moment(day) + days, zone) == day + timedelta(days=days)


@given(st.integers(-(10**12), 10**12), ZONES)
def test_instant_keeps_its_millisecond(milliseconds, zone):
    instant = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    moment = moment_of_days(days_of_moment(instant), zone)
    assert moment is not None
    assert instant_of(moment, UTC) == instant


@pytest.mark.parametrize("days", [1e300, -1e300, 3e6, -1e6, float("inf"), float("nan")])
def test_days_out_of_the_calendar_are_nothing(days):
    assert moment_of_days(days, PARIS) is None


@pytest.mark.parametrize(
    "text, moment",
    [
        ("2026-02-28", date(2026, 2, 28)),
        (" 2026-02-28 ", date(2026, 2, 28)),
        ("2026-02-28T10:30", datetime(2026, 2, 28, 10, 30, tzinfo=PARIS)),
        ("2026-02-28T10:30:15.25", datetime(2026, 2, 28, 10, 30, 15, 250000, tzinfo=PARIS)),
        ("2026-02-28T10:30:00Z", datetime(2026, 2, 28, 10, 30, tzinfo=UTC)),
        ("2026-02-28T10:30:00-05:00", datetime(2026, 2, 28, 10, 30, tzinfo=timezone(timedelta(hours=-5)))),
        ("2026-02-29", None),
        ("0000-01-01", None),
        ("28/02/2026", None),
        ("2026-02-28 10:30", None),
        ("2026-02-28T10:30:00+99:00", None),
        ("20260228", None),
        ("2026-02", None),
    ],
)
def test_text_that_looks_like_a_moment(text, moment):
    assert moment_of_text(text, PARIS) == moment


@given(st.text("0123456789-T:+Z. ", max_size=30))
def test_any_text_is_a_moment_or_not(text):
    assert isinstance(moment_of_text(text, PARIS), date | None)


def test_time_written_at_midnight_is_its_date():
    assert date_written(datetime(2026, 7, 14, tzinfo=UTC)) == date(2026, 7, 14)


def test_other_time_stays_a_time():
    assert date_written(datetime(2026, 7, 14, 8, tzinfo=UTC)) == datetime(2026, 7, 14, 8, tzinfo=UTC)
