"""A real HTTP server that takes short messages as a provider does, and answers as each test wishes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from questionnaire.messages.sms import SmsProvider
from tests.messages.postman import HOST


@dataclass
class Switchboard:
    """Path, headers and body of what it took, path and headers of what was asked; ``status`` is what it answers."""

    port: int = 0
    status: int = 201
    taken: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def provider(self) -> SmsProvider:
        """As Brevo and its like are declared."""
        return SmsProvider(
            f"http://{HOST}:{self.port}/sms?v=3",
            {"api-key": "{token}"},
            {"sender": "Partenariat", "recipient": "{to}", "content": "{text}", "tags": ["{number}"]},
            token="secret",
        )


@contextmanager
def answering() -> Iterator[Switchboard]:
    """The server, for as long as the block lasts."""
    board = Switchboard()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            board.asked.append((self.path, dict(self.headers)))
            self.send_response(board.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            board.taken.append((self.path, dict(self.headers), body))
            self.send_response(board.status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_said: object) -> None:
            """Nothing on the terminal of the tests."""

    with ThreadingHTTPServer((HOST, 0), Handler) as server:
        board.port = server.server_port
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield board
        finally:
            server.shutdown()
            thread.join()
