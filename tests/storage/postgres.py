"""A PostgreSQL server of our own for the tests: Debian's programs, a throwaway folder, no disk syncs."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find_programs() -> Path | None:
    """The folder of PostgreSQL's programs, which Debian does not put on PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return folders[-1].parent if folders else None


@contextmanager
def serve(programs: Path) -> Iterator[str]:
    """Serve an empty cluster; gives its URL without the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="questionnaire-postgres-"))
    prefix: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        prefix = ["runuser", "-u", "postgres", "--"]
    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {QUICK}"

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], cwd=folder, check=True, capture_output=True)

    cluster, control = str(folder / "c"), str(programs / "pg_ctl")
    locale = ["-E", "UTF8", "--locale=C.UTF-8"]
    run(str(programs / "initdb"), "-D", cluster, "-A", "trust", "-U", "postgres", *locale, "-N")
    try:
        run(control, "-D", cluster, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}"
    finally:
        subprocess.run([*prefix, control, "-D", cluster, "-m", "immediate", "stop"], cwd=folder, check=False)
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
