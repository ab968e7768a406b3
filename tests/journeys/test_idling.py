"""How long a session stays open with nobody there."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.journeys.entering.idling import LOOK, Idling

MINUTE = timedelta(minutes=1)
IDLING = Idling(60 * MINUTE, 15 * MINUTE)
SEEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
LIMITS = st.integers(1, 64).map(lambda number: number * MINUTE)


@pytest.mark.parametrize("shared, minutes", [(False, 60), (True, 15)])
def test_session_is_over_after_its_limit_and_the_time_between_two_looks(shared, minutes):
    end = SEEN + minutes * MINUTE + LOOK
    assert not IDLING.is_over(SEEN, end - timedelta(seconds=1), shared=shared)
    assert IDLING.is_over(SEEN, end, shared=shared)


@pytest.mark.parametrize("limit, warning", [(60, 5), (15, 3), (10, 2), (5, 2), (2, 1), (1, 0.5)])
def test_people_are_warned_in_time(limit, warning):
    assert Idling(limit * MINUTE, MINUTE).warning(shared=False) == warning * MINUTE


@given(LIMITS, LIMITS, st.booleans(), st.timedeltas(timedelta(), timedelta(hours=3)))
def test_what_is_left_and_the_end_agree(own, shared_limit, shared, gone):
    idling = Idling(own, shared_limit)
    left = idling.left(SEEN, SEEN + gone, shared=shared)
    assert (left == timedelta()) == idling.is_over(SEEN, SEEN + gone, shared=shared)
    assert timedelta() <= left <= idling.limit(shared=shared) + LOOK
    assert timedelta() < idling.warning(shared=shared) < idling.limit(shared=shared)
