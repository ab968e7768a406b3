"""What is signed on every page, made once: the reader of the session's cookie, the token of its forms."""

from functools import lru_cache

from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf
from itsdangerous import URLSafeTimedSerializer

SESSIONS = 4096
"""Sessions whose token is remembered per process, some 1 MB."""

FIELD = "_csrf"
"""The name of the token in forms, and of what it is made from in sessions."""


def install(app: Flask) -> None:
    """Let sessions be read, and forms be signed, without making their keys anew for each page."""
    app.session_interface = _Cookies()
    app.add_template_global(csrf_token, "csrf_token")


class _Cookies(SecureCookieSessionInterface):
    """Flask's own sessions; the key of an application does not change while it runs."""

    def __init__(self) -> None:
        self._serializer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self._serializer is None:
            self._serializer = super().get_signing_serializer(app)
        return self._serializer


def csrf_token() -> str:
    """The token of the session's forms; signed when the session first asks for one."""
    if not session.get(FIELD):
        generate_csrf()  # writes in the session what the token is made from; the page that does carries it too
    return _signed(session[FIELD])


@lru_cache(SESSIONS)
def _signed(_raw: str) -> str:
    token: str = generate_csrf()  # signs what the session holds, which is this
    return token
