"""A server of this product, or of the yardstick, under gunicorn with 2 workers of 4 threads."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

START = 20.0
"""Seconds given to a server to answer for the first time."""


@contextmanager
def served(target: str, environ: dict[str, str], probe: str) -> Iterator[str]:
    """Serve ``target`` (module:name) on a free port; gives its address once ``probe`` answers."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [
        *(sys.executable, "-m", "gunicorn", target, "--bind", f"127.0.0.1:{port}"),
        *("--workers", "2", "--threads", "4", "--log-level", "warning"),
    ]
    with subprocess.Popen(command, env={**os.environ, **environ}, cwd=Path.cwd()) as server:
        try:
            _wait(address + probe)
            yield address
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def _wait(url: str) -> None:
    deadline = time.monotonic() + START
    while True:
        try:
            with urlopen(url):  # noqa: S310  # our own server
                return
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
