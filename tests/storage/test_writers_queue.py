import fcntl
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from questionnaire.storage.errors import StorageBusy
from questionnaire.storage.writers_queue import WritersQueue

HOLDER = """
import sys, time
from pathlib import Path
from questionnaire.storage.writers_queue import WritersQueue
queue = WritersQueue(Path(sys.argv[1]), 5.0)
queue.enter()
print("inside", flush=True)
time.sleep(60)
"""
SOON = 30.0
"""Seconds within which even a starved machine comes to what does not wait for ever."""


def held(lock):
    """Whether somebody has the lock of this file."""
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@pytest.fixture
def database(tmp_path):
    return tmp_path / "test.db"


@pytest.fixture
def queue(database):
    return WritersQueue(database, 0.2)


@pytest.fixture
def holder(database):
    """Another process that is inside and does not leave."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, database], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"inside\n"
    yield process
    process.kill()
    process.communicate()


def test_one_writer_at_a_time(database):
    queue = WritersQueue(database, 5.0)
    inside, most = 0, 0

    def write(_):
        nonlocal inside, most
        queue.enter()
        inside += 1
        most = max(most, inside)
        time.sleep(0.001)
        inside -= 1
        queue.leave()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert (inside, most) == (0, 1)


def test_two_queues_on_one_database_exclude_each_other(database, queue):
    other = WritersQueue(database, 0.2)
    queue.enter()
    with pytest.raises(StorageBusy):
        other.enter()
    queue.leave()
    other.enter()
    other.leave()


def test_waiting_in_the_same_thread_ends(queue):
    queue.enter()
    with pytest.raises(StorageBusy):
        queue.enter()
    queue.leave()
    queue.enter()
    queue.leave()


def test_another_process_holds_the_floor(queue, holder):
    assert holder.poll() is None
    start = time.monotonic()
    with pytest.raises(StorageBusy):
        queue.enter()
    assert 0.2 <= time.monotonic() - start < SOON


def test_a_killed_process_frees_the_floor(queue, holder):
    holder.kill()
    holder.wait()
    queue.enter()
    queue.leave()


def test_who_waits_longest_is_next(database):
    mine, theirs = WritersQueue(database, 5.0), WritersQueue(database, 5.0)
    turn = database.with_name(f"{database.name}.turn")
    order = []
    mine.enter()

    def wait():
        theirs.enter()
        order.append("theirs")
        theirs.leave()

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not held(turn):
        time.sleep(0.001)
    mine.leave()
    # Coming back at once does not pass before the one who was waiting.
    mine.enter()
    order.append("mine")
    mine.leave()
    waiting.join()
    assert order == ["theirs", "mine"]


def test_a_fork_queues_like_any_process(queue):
    queue.enter()
    child = os.fork()
    if child == 0:
        try:
            queue.enter()
        except StorageBusy:
            os._exit(7)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    queue.leave()
    assert os.waitstatus_to_exitcode(status) == 7
