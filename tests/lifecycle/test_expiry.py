from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.lifecycle import Draft, FormRef, Keeping, months_after

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
KEEPING = Keeping(notice=11, life=12)


def draft(updated: datetime, active: datetime | None = None, finalised: datetime | None = None) -> Draft:
    return Draft("d", "o", "p", FormRef("f", "1", "x"), "a", 1, updated, updated, finalised, active)


@pytest.mark.parametrize(
    "moment, months, expected",
    [
        ("2026-03-02", 12, "2027-03-02"),
        ("2026-03-02", -11, "2025-04-02"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_are_those_of_the_calendar(moment, months, expected):
    assert months_after(datetime.fromisoformat(moment), months) == datetime.fromisoformat(expected)


def test_people_are_told_from_the_eleventh_month():
    last = draft(NOON)
    assert KEEPING.is_told(last, months_after(NOON, 11) - timedelta(seconds=1)) is False
    assert KEEPING.is_told(last, months_after(NOON, 11)) is True


def test_a_finalised_draft_is_not_told():
    assert KEEPING.is_told(draft(NOON, finalised=NOON), months_after(NOON, 40)) is False


def test_any_sign_of_life_counts():
    later = NOON + timedelta(days=40)
    assert KEEPING.ends(draft(NOON, later)) == months_after(later, 12)
    assert KEEPING.ends(draft(later, NOON)) == months_after(later, 12)


@given(
    st.integers(0, 20 * 365 * 24).map(lambda hours: NOON + timedelta(hours=hours)),
    st.integers(0, 500),
    st.integers(2, 64),
)
def test_a_draft_never_goes_before_the_moment_announced(last, days, life):
    keeping = Keeping(life - 1, life)
    now = last + timedelta(days=days)
    due = last <= keeping.limit(now)
    assert not due or now >= keeping.ends(draft(last))
