"""The queue of SQLite's writers: one at a time, in turn, across threads and processes, with a limit to the wait.

SQLite's own waiting is unfair: some writers wait for a second while others pass. Here the threads of a process wait
for each other in memory, and one of them at a time queues among the processes: it takes ``turn``, which makes it the
next, then waits for ``floor``, which is held while writing. The kernel frees both when a process dies.
"""

import fcntl
import os
import threading
import time
from pathlib import Path

from questionnaire.storage.errors import StorageBusy

PAUSE = 0.0002
"""Seconds between two looks at a lock of another process: a kernel lock that waits would wait without limit."""


class _Locks:
    """The handles of one process. Inherited through a fork they would be the parent's locks."""

    def __init__(self, path: Path) -> None:
        self.pid = os.getpid()
        self.threads = threading.Lock()
        self.turn = _open(Path(f"{path}.turn"))
        self.floor = _open(Path(f"{path}.lock"))

    def __del__(self) -> None:
        os.close(self.turn)
        os.close(self.floor)


class WritersQueue:
    """The queue beside a database file."""

    def __init__(self, database: Path, patience: float) -> None:
        self._database = database
        self._patience = patience
        self._opening = threading.Lock()
        self._mine: _Locks | None = None

    def enter(self) -> None:
        """Wait for one's turn to write; raise StorageBusy after ``patience`` seconds."""
        locks = self._locks()
        deadline = time.monotonic() + self._patience
        if not locks.threads.acquire(timeout=self._patience):
            raise busy()
        try:
            _wait(locks.turn, deadline)
            try:
                _wait(locks.floor, deadline)
            finally:
                fcntl.flock(locks.turn, fcntl.LOCK_UN)
        except BaseException:
            locks.threads.release()
            raise

    def leave(self) -> None:
        """Let the next one write."""
        locks = self._locks()
        fcntl.flock(locks.floor, fcntl.LOCK_UN)
        locks.threads.release()

    def _locks(self) -> _Locks:
        with self._opening:
            if self._mine is None or self._mine.pid != os.getpid():
                self._mine = _Locks(self._database)
            return self._mine


def busy() -> StorageBusy:
    """The error of who waited too long."""
    return StorageBusy("La base de données est occupée. Réessayez dans un instant.")


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _wait(handle: int, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise busy() from None
            time.sleep(PAUSE)
        else:
            return
