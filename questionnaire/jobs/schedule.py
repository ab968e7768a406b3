"""What runs by the clock: each work at its own pace, whenever the runner has nothing more pressing to do."""

import time
from collections.abc import Callable

Work = Callable[[], bool]
"""Does at most one step, and says whether it did one."""

EXPIRY_PAUSE = 3600.0
"""Seconds between two looks for drafts whose time is over."""

REMINDING_PAUSE = 1800.0
"""Seconds between two looks for people to remind."""

FORGETTING_PAUSE = 86400.0
"""Seconds between two looks for words of the audit log that have been kept long enough."""

CLEARING_PAUSE = 60.0
"""Seconds between two looks for files that nothing names any more."""

LETTERS_PAUSE = 2.0
"""Seconds between two looks at the outbox: somebody may be waiting for a code."""

TIDYING_PAUSE = 60.0
"""Seconds between two looks for letters whose words must go."""

RETURNS_PAUSE = 120.0
"""Seconds between two looks at the mailbox that letters come back to."""

SIGN_PAUSE = 30.0
"""Seconds between two signs of life."""

SEEING_PAUSE = 600.0
"""Seconds between two looks at the seal's certificate and at the files."""


class Paced:
    """Work that is looked at once per ``pause`` seconds, and gone on with at once while there is some."""

    def __init__(self, work: Work, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._work = work
        self._pause = pause
        self._clock = clock
        self._next = clock()

    def __call__(self) -> bool:
        """Do one step if it is time; whether one was done."""
        if self._clock() < self._next:
            return False
        # Moved on first: a step that fails is tried at the next turn, and holds up nothing.
        self._next = self._clock() + self._pause
        done = self._work()
        if done:
            self._next = self._clock()
        return done


def first_of(*works: Work) -> Work:
    """One step of the first work that has one."""
    return lambda: any(work() for work in works)


def told(act: Callable[[], None]) -> Work:
    """Something done by the clock that leaves nothing to go on with."""

    def work() -> bool:
        act()
        return False

    return work
