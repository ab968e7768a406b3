"""``run`` as a person starts it: on a free port, in an empty folder."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from questionnaire.journeys.demonstration.founding import INHABITANTS

SOON = 40.0


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(folder, port, **more):
    """The command, from its start; killed with all its processes at the end if it still lives."""
    environ = {**os.environ, "DEMO": "1", "DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1", **more}
    arguments = [sys.executable, "-m", "questionnaire.cli", "run", "--port", str(port)]
    with (folder.with_suffix(".txt")).open("w+") as output:
        process = subprocess.Popen(
            arguments, env=environ, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            yield process
        finally:
            if processes_of(process.pid):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for(condition):
    """What the condition says once it says something; None after a while."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    return None


def health(port):
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:  # our own server
            return answer.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return None


def wait_for_health(process, port):
    """What the server says of itself; fails at once when it could not start."""
    return wait_for(lambda: health(port) or (process.poll() and f"exit {process.returncode}"))


def processes_of(session):
    """Every living process of a session, by id: its command."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                found[int(stat.parent.name)] = stat.with_name("cmdline").read_text().replace("\0", " ")
        except (OSError, IndexError):
            continue
    return found


def runners_of(session):
    return [pid for pid, command in processes_of(session).items() if "cli runner" in command]


@contextmanager
def served(folder, port, capsys):
    """The command once it serves; how long that took is printed."""
    began = time.monotonic()
    with running(folder, port) as process:
        answer = wait_for_health(process, port)
        with capsys.disabled():
            print(f"\nstart of run: {time.monotonic() - began:.1f} s")  # noqa: T201  # told to whoever runs the test
        assert json.loads(answer) == {"forms": 4, "quarantined": 0, "status": "ok"}
        assert len(wait_for(lambda: runners_of(process.pid))) == 1
        yield process


def test_run_sets_everything_up_serves_and_leaves_no_process_behind(tmp_path, port, capsys):
    folder = tmp_path / "data"
    with served(folder, port, capsys) as process:
        process.send_signal(signal.SIGTERM)
        assert process.wait(SOON) == 0
        assert processes_of(process.pid) == {}
    with served(folder, port, capsys) as process:
        process.kill()
        process.wait()
        assert wait_for(lambda: not processes_of(process.pid)) is True
    said = folder.with_suffix(".txt").read_text()
    assert f"http://127.0.0.1:{port}" in said
    assert re.findall(r"^ +(\w+@demo\.example) ", said, re.MULTILINE) == [person.address for person in INHABITANTS]
    assert "Mot de passe de tous les comptes\u00a0: demonstration" in said


def test_port_in_use_is_told_before_anything_is_made(tmp_path, port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with running(tmp_path / "data", port) as process:
            assert process.wait(SOON) == 1
        said = (tmp_path / "data.txt").read_text()
    assert (f"Le port {port} est déjà utilisé par un autre programme." in said, f"--port {port + 1}" in said) == (
        True,
        True,
    )
    assert "Traceback" not in said
    assert not (tmp_path / "data" / "questionnaire.sqlite").exists()


def test_run_without_its_settings_says_which_are_missing(tmp_path, port):
    with running(tmp_path / "data", port, DEMO="0") as process:
        assert process.wait(SOON) == 1
    said = (tmp_path / "data.txt").read_text()
    assert ("SECRET_KEY" in said, "PUBLIC_URL" in said, "Traceback" in said) == (True, True, False)


def test_run_stops_when_nothing_could_be_sealed(tmp_path, port):
    seal = tmp_path / "seal.p12"
    seal.write_bytes(b"no key here")
    with running(tmp_path / "data", port, SEAL_FILE=str(seal)) as process:
        assert process.wait(SOON) is not None
        assert wait_for(lambda: not processes_of(process.pid)) is True
    assert str(seal) in (tmp_path / "data.txt").read_text()
