"""The product served to a browser: as operators start it, or from this process, where a test may disturb it."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from flask import request
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from questionnaire.config import Settings
from tests.journeys.house import House, found_house, settings_in

START = 30.0
"""Seconds given to a server to answer for the first time."""


@dataclass(frozen=True)
class Site:
    """An installation that answers at ``url``."""

    url: str
    settings: Settings


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """``run``, with its web processes and its runner, in an empty folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {**os.environ, "DEMO": "1", "DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "questionnaire.cli", "run", "--port", str(port)]
    with (folder.with_suffix(".log")).open("w") as log:
        process = subprocess.Popen(command, env=environ, stdout=log, stderr=log, start_new_session=True)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process)
            yield Site(url, settings_in(folder))
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START
    while True:
        try:
            with urlopen(f"{url}/healthz", timeout=5):  # noqa: S310  # our own server
                return
        except (URLError, ConnectionError, TimeoutError):
            if time.monotonic() > deadline or process.poll() is not None:
                raise
            time.sleep(0.1)


class _Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002  # werkzeug's name
        """Say nothing on the terminal of the tests."""


@dataclass
class Bench:
    """An installation served by this process, without a runner: tests work its documents and hold it up."""

    house: House
    delay: float = 0.0
    """Seconds that each post takes before it is looked at."""
    port: int = 0
    _server: BaseWSGIServer | None = None
    _thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer, always at the same address."""
        self._server = make_server("127.0.0.1", self.port, self.house.app, threaded=True, request_handler=_Silent)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Refuse every connection."""
        if self._server and self._thread:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
            self._server = None

    def hold_up(self) -> None:
        """Let each post wait."""
        if request.method == "POST":
            time.sleep(self.delay)


@contextmanager
def benched(folder: Path, **more: str) -> Iterator[Bench]:
    """An installation in an empty folder, served from here; ``more`` are settings."""
    bench = Bench(found_house(folder, **more))
    bench.house.app.before_request(bench.hold_up)
    bench.start()
    try:
        yield bench
    finally:
        bench.stop()
