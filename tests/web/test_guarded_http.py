"""Talking to services that the settings name: what leads elsewhere is refused before a word is said."""

import socket
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from requests import ConnectionError as NotReached
from requests import Session
from requests.exceptions import RequestException, TooManyRedirects

from questionnaire.web import guarded_http
from questionnaire.web.guarded_http import Guarded, TooMuch


class Service(HTTPServer):
    """Answers what its path says, and keeps what was asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[str] = []


class Answering(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(302 if self.path == "/elsewhere" else 200)
        self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
        self.end_headers()
        self.wfile.write(b"x" * (guarded_http.LONGEST_ANSWER + 1 if self.path == "/long" else 5))

    def log_message(self, format, *args):  # noqa: A002  # as the server has it
        pass


@pytest.fixture
def service():
    server = Service()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def line():
    with Session() as session:
        session.trust_env = False
        session.max_redirects = 0
        for scheme in ("http://", "https://"):
            session.mount(scheme, Guarded())
        yield session


def address(service: Service, path: str, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{service.server_port}{path}"


def test_a_declared_service_answers(service, line):
    assert (line.get(address(service, "/")).content, service.asked) == (b"xxxxx", ["/"])


def test_a_name_of_elsewhere_that_leads_here_is_refused_before_a_word_is_said(service, line, monkeypatch):
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _host, *more, **options: real("127.0.0.1", *more, **options))
    monkeypatch.setattr(guarded_http, "is_safe_address", lambda _address: True)
    with pytest.raises(NotReached, match=r"sso\.hopital\.example leads to 127\.0\.0\.1"):
        line.get(address(service, "/", "sso.hopital.example"))
    assert service.asked == []


def test_a_redirect_is_not_followed(service, line):
    with pytest.raises(TooManyRedirects):
        line.get(address(service, "/elsewhere"))


def test_an_answer_too_long_is_not_read(service, line):
    with pytest.raises(TooMuch):
        line.get(address(service, "/long"))


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/",
        "file:///etc/passwd",
        "ftp://sso.example/",
        "gopher://sso.example/",
        "http://sso.example/",
    ],
)
def test_other_addresses_are_not_even_asked(line, url):
    with pytest.raises((RequestException, ValueError)):
        line.get(url)
