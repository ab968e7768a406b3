"""When those who must sign are reminded: some days after it became their turn, by the hours of working days."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from questionnaire.lifecycle.circuit import Act, Step

MORNING, EVENING = time(8), time(19)
"""Between which hours people are written to without having asked for it."""

_SATURDAY = 5


def awaited_since(step: Step, steps: Sequence[Step], acts: Sequence[Act], frozen_at: datetime) -> datetime:
    """When it became the turn of a step: at the freeze, or with the last act of the ranks before."""
    before = {each.name for each in steps if each.rank < step.rank}
    return max((act.at for act in acts if act.step in before), default=frozen_at)


def day_reached(since: datetime, now: datetime, days: Iterable[int]) -> int | None:
    """The last of these days, counted from ``since``, that has come; None before the first."""
    return max((day for day in days if (now - since).days >= day), default=None)


def is_working_hour(local: datetime) -> bool:
    """Whether an hour of the establishment is one at which a letter may arrive."""
    return local.weekday() < _SATURDAY and MORNING <= local.time() < EVENING
