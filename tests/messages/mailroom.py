"""A real IMAP server, in its own process, in whose folders tests put mails."""

import imaplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count

from questionnaire.messages.mailbox import Mailbox
from questionnaire.messages.relay import Tls
from tests.messages.postman import HOST, PASSWORD, USER

SOON = 20.0
_FOLDERS = count(1)


@dataclass(frozen=True, slots=True)
class Mailroom:
    """One folder of the server, made for one test."""

    mailbox: Mailbox

    @contextmanager
    def signed_in(self) -> Iterator[imaplib.IMAP4]:
        """As another mail program of the same account."""
        link = imaplib.IMAP4(self.mailbox.host, self.mailbox.port)
        link.login(USER, PASSWORD)
        try:
            yield link
        finally:
            link.logout()

    def put(self, *mails: bytes) -> None:
        with self.signed_in() as link:
            for mail in mails:
                assert link.append(self.mailbox.folder, "", "", mail)[0] == "OK"

    def unread(self) -> int:
        """How many mails nobody has opened."""
        return self._count("UNSEEN")

    def kept(self) -> int:
        """How many mails there are, read or not."""
        return self._count("ALL")

    def _count(self, which: str) -> int:
        with self.signed_in() as link:
            link.select(self.mailbox.folder, readonly=True)
            return len(link.search(None, which)[1][0].split())


def new_folder(server: Mailbox) -> Mailroom:
    """A folder of its own for a test."""
    room = Mailroom(replace(server, folder=f"Retours-{next(_FOLDERS)}"))
    with room.signed_in() as link:
        link.create(room.mailbox.folder)
    return room


@contextmanager
def serving() -> Iterator[Mailbox]:
    """The server, for as long as the block lasts."""
    with socket.create_server((HOST, 0)) as held:
        port = held.getsockname()[1]
    account = ("--demo-data", "--demo-user", USER, "--demo-password", PASSWORD)
    words = [
        sys.executable,
        "-c",
        "from pymap.main import main; main()",
        "--host",
        HOST,
        "--port",
        str(port),
        "--no-tls",
        "dict",
        *account,
    ]
    server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        _await(port, time.monotonic() + SOON)
        yield Mailbox(HOST, port, USER, tls=Tls.NONE, password=PASSWORD)
    finally:
        server.terminate()
        server.wait()


def _await(port: int, until: float) -> None:
    while True:
        try:
            with imaplib.IMAP4(HOST, port):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
