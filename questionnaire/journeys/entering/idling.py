"""How long a session stays open: with nobody there, less on a computer that several people use; and in any case."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

LOOK = timedelta(minutes=1)
"""How often it is written that a session is in use; no session ends before its time for want of that."""

LONGEST_WARNING, SHORTEST_WARNING, SHARE = timedelta(minutes=5), timedelta(minutes=2), 5
"""A fifth of the time is left when people are warned, within these bounds."""


class Lasting(Protocol):
    """A session: begun ``since``, last ``seen_at``, on a ``shared`` computer or not."""

    @property
    def since(self) -> datetime: ...
    @property
    def seen_at(self) -> datetime: ...
    @property
    def shared(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Idling:
    """The limits of an installation: on one's own computer, on a shared one, and after signing in whatever one does."""

    own: timedelta
    shared: timedelta
    whole: timedelta

    def limit(self, *, shared: bool) -> timedelta:
        """How long nobody may be there."""
        return self.shared if shared else self.own

    def warning(self, *, shared: bool) -> timedelta:
        """How long before the end people are warned: at most half of the whole."""
        limit = self.limit(shared=shared)
        return min(max(limit / SHARE, SHORTEST_WARNING), LONGEST_WARNING, limit / 2)

    def left(self, session: Lasting, now: datetime) -> timedelta:
        """How long a session stays open if nothing more is done; never less than nothing.

        What was last written may be ``LOOK`` older than the last use.
        """
        end = min(session.seen_at + LOOK + self.limit(shared=session.shared), session.since + self.whole)
        return max(end - now, timedelta())

    def is_over(self, session: Lasting, now: datetime) -> bool:
        """Whether nobody has been there for too long, or somebody signed in too long ago."""
        return not self.left(session, now)
