"""How long a session stays open with nobody there: less on a computer that several people use."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LOOK = timedelta(minutes=1)
"""How often it is written that a session is in use; no session ends before its time for want of that."""

LONGEST_WARNING, SHORTEST_WARNING, SHARE = timedelta(minutes=5), timedelta(minutes=2), 5
"""A fifth of the time is left when people are warned, within these bounds."""


@dataclass(frozen=True, slots=True)
class Idling:
    """The limits of an installation: on one's own computer, and on a shared one."""

    own: timedelta
    shared: timedelta

    def limit(self, *, shared: bool) -> timedelta:
        """How long nobody may be there."""
        return self.shared if shared else self.own

    def warning(self, *, shared: bool) -> timedelta:
        """How long before the end people are warned: at most half of the whole."""
        limit = self.limit(shared=shared)
        return min(max(limit / SHARE, SHORTEST_WARNING), LONGEST_WARNING, limit / 2)

    def left(self, seen_at: datetime, now: datetime, *, shared: bool) -> timedelta:
        """How long a session stays open that was last seen at a moment; never less than nothing.

        What was last written may be ``LOOK`` older than the last use.
        """
        return max(seen_at + LOOK + self.limit(shared=shared) - now, timedelta())

    def is_over(self, seen_at: datetime, now: datetime, *, shared: bool) -> bool:
        """Whether nobody has been there for too long."""
        return now - seen_at >= LOOK + self.limit(shared=shared)
