"""Talking to identity providers: https only, no detour, little time, short answers."""

from socket import socket
from time import monotonic
from typing import Any

from authlib.integrations.requests_client import OAuth2Session
from requests import PreparedRequest, RequestException, Response
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from questionnaire.access.destinations import may_reach
from questionnaire.access.providers import Provider, is_safe_address

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 3.05, 5.0, 10.0
LONGEST_ANSWER = 512 * 1024
_CHUNK = 16 * 1024


class TooMuch(RequestException):
    """An answer that is too long, or too slow."""


class _Judged:
    """A connexion that goes on only with a machine that may be reached.

    It is judged once it has answered, before a word is said to it: no name can lead elsewhere between the two. A proxy
    of the environment (``HTTPS_PROXY``) judges for itself whom it reaches.
    """

    host: str

    def _new_conn(self) -> socket:
        made: socket = super()._new_conn()  # type: ignore[misc]  # of urllib3's connexions, beside which this stands
        peer = str(made.getpeername()[0])
        if not may_reach(self.host, peer):
            made.close()
            raise NewConnectionError(self, f"{self.host} leads to {peer}")  # type: ignore[arg-type]  # it is one
        return made


class _Http(_Judged, HTTPConnection):
    pass


class _Https(_Judged, HTTPSConnection):
    pass


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


class Guarded(HTTPAdapter):
    """Sends to safe addresses only, and reads answers whole within bounds."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # as requests has it
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}

    def send(self, request: PreparedRequest, *args: Any, **options: Any) -> Response:  # noqa: ANN401  # as requests has it
        if not is_safe_address(request.url):
            raise TooMuch(f"unsafe address {request.url}")
        until = monotonic() + WHOLE_SECONDS
        response = super().send(
            request, *args, **{**options, "stream": True, "timeout": (CONNECT_SECONDS, READ_SECONDS)}
        )
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > LONGEST_ANSWER or monotonic() > until:
                response.close()
                raise TooMuch("the answer is too long, or too slow")
        response._content = bytes(body)  # noqa: SLF001  # what requests itself does once it has read all
        return response


def open_line(provider: Provider, auth_method: str = "client_secret_basic") -> OAuth2Session:
    """A session of the library for one exchange, as the application that the provider knows. Redirects are errors."""
    line = OAuth2Session(
        provider.client_id,
        provider.client_secret,
        token_endpoint_auth_method=auth_method,
        scope=" ".join(provider.scopes),
        code_challenge_method="S256",
        leeway=0,  # a token that lives a minute is good for the one question that follows
    )
    line.max_redirects = 0
    line.adapters.clear()
    line.mount("https://", Guarded())
    line.mount("http://", Guarded())
    return line
