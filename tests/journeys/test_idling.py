"""How long a session stays open with nobody there."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.journeys.entering.idling import LOOK, Idling

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
IDLING = Idling(60 * MINUTE, 15 * MINUTE, DAY)
SEEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
LIMITS = st.integers(1, 64).map(lambda number: number * MINUTE)


@dataclass(frozen=True)
class Session:
    since: datetime = SEEN
    seen_at: datetime = SEEN
    shared: bool = False


@pytest.mark.parametrize("shared, minutes", [(False, 60), (True, 15)])
def test_session_is_over_after_its_limit_and_the_time_between_two_looks(shared, minutes):
    end = SEEN + minutes * MINUTE + LOOK
    assert not IDLING.is_over(Session(shared=shared), end - timedelta(seconds=1))
    assert IDLING.is_over(Session(shared=shared), end)


def test_session_in_use_is_over_after_a_day():
    for minutes, over in ((1, False), (0, True)):
        now = SEEN + DAY - minutes * MINUTE
        assert IDLING.is_over(Session(seen_at=now), now) is over


@pytest.mark.parametrize("limit, warning", [(60, 5), (15, 3), (10, 2), (5, 2), (2, 1), (1, 0.5)])
def test_people_are_warned_in_time(limit, warning):
    assert Idling(limit * MINUTE, MINUTE, DAY).warning(shared=False) == warning * MINUTE


@given(LIMITS, LIMITS, st.booleans(), st.timedeltas(timedelta(), timedelta(hours=3)))
def test_what_is_left_and_the_end_agree(own, shared_limit, shared, gone):
    idling, session = Idling(own, shared_limit, DAY), Session(shared=shared)
    left = idling.left(session, SEEN + gone)
    assert (left == timedelta()) == idling.is_over(session, SEEN + gone)
    assert timedelta() <= left <= idling.limit(shared=shared) + LOOK
    assert timedelta() < idling.warning(shared=shared) < idling.limit(shared=shared)
