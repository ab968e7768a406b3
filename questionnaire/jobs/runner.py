"""The process that does what stored state says is left to do: it looks, works, and looks again."""

import logging
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

log = logging.getLogger(__name__)

PAUSE = 0.4
"""Seconds between two looks when nothing was left to do: one small read each."""


class Runner:
    """Calls ``work`` until told to stop. ``work`` does at most one step and says whether it did one.

    A step that fails is logged and left for a later look: no work is lost, since what is left to do is read from
    what is stored, never from a queue.
    """

    def __init__(self, work: Callable[[], bool], *, parent: int | None = None, pause: float = PAUSE) -> None:
        self._work = work
        self._parent = parent
        self._pause = pause
        self._stopping = threading.Event()

    def run(self) -> None:
        """Work until a signal, or until the process ``parent`` that started this one is gone."""
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, self._stop)
        while not self._stopping.is_set() and not self._is_orphan():
            if not self._step():
                self._stopping.wait(self._pause)

    def _is_orphan(self) -> bool:
        return self._parent is not None and os.getppid() != self._parent

    def _step(self) -> bool:
        try:
            return self._work()
        except Exception:
            log.exception("A step failed; it will be tried again.")
            self._stopping.wait(self._pause * 10)
            return False

    def _stop(self, _signum: int, _frame: FrameType | None) -> None:
        self._stopping.set()
