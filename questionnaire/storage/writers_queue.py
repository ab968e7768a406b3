"""The queue of SQLite's writers: one at a time, across threads and processes, with a limit to the wait."""

import fcntl
import os
import time
from pathlib import Path

from questionnaire.storage.errors import StorageBusy

FIRST_PAUSE = 0.0005
LONGEST_PAUSE = 0.005


class Place:
    """A connection's place in the queue: a handle of the lock file, freed by the kernel with its process."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def try_enter(self) -> bool:
        """Whether the turn has come. Entering twice is harmless."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def leave(self) -> None:
        """Let the next one in."""
        fcntl.flock(self._handle, fcntl.LOCK_UN)

    def __del__(self) -> None:
        os.close(self._handle)


class WritersQueue:
    """A lock file beside the database: SQLite's own waiting lets some writers wait for a second."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience

    def place(self) -> Place:
        """A new place, held by nobody yet."""
        return Place(self._path)

    def enter(self, place: Place) -> None:
        """Wait for one's turn; raise StorageBusy after ``patience`` seconds."""
        deadline = time.monotonic() + self._patience
        pause = FIRST_PAUSE
        while not place.try_enter():
            if time.monotonic() > deadline:
                raise StorageBusy("La base de données est occupée. Réessayez dans un instant.")
            time.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
