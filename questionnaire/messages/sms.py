"""Handing a short message to a provider over HTTP, as its file says, and telling what became of it."""

import json
import re
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from questionnaire.access.destinations import may_reach
from questionnaire.messages.delivering import Deferred, Rejected, Unreachable

PATIENCE = 5.0
"""Seconds that the provider has to take the connexion, then to answer."""

TAKEN, REFUSED = range(200, 300), range(400, 500)
LATER = frozenset({401, 402, 403, 407, 408, 425, 429})
"""Answers that are about us or about the moment, not about the message."""

_NOBODY = ("to", "digits", "text", "number")
"""Places of a message, where there is none."""

_PLACES = re.compile(r"\{(to|digits|text|number|token)\}")


class SmsSender(Protocol):
    """Whoever carries short messages."""

    def send(self, to: str, text: str, number: str) -> None:
        """Hand a text over for a telephone (E.164), under a number, the same at each try.

        Raises Deferred and Rejected, whose messages hold neither the text nor the telephone.
        """


@dataclass(frozen=True, slots=True)
class SmsProvider:
    """How a provider is spoken to: one POST whose headers and body have ``{to}``, ``{text}``… in their places.

    ``form``: the body is a form, otherwise JSON. ``check`` is an address that tells, when asked with the same headers,
    whether the account is good, and sends nothing; empty where the provider has none.
    """

    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: Mapping[str, object] = field(repr=False)
    form: bool = False
    token: str = field(default="", repr=False)
    check: str = ""


class WrongPeer(OSError):
    """The name of the provider leads to a machine that must not be reached."""


class _Judged(HTTPConnection):
    """Goes on only with a machine that may be reached: judged once it has answered, before a word is said to it."""

    def connect(self) -> None:
        super().connect()
        if not may_reach(self.host, str(self.sock.getpeername()[0])):
            self.close()
            raise WrongPeer(self.host)


class _JudgedTls(HTTPSConnection, _Judged):
    """The same, before the connexion is made secret."""


class HttpSms:
    """A provider reached over HTTP. No redirection is followed, and no word of an answer is kept."""

    def __init__(self, provider: SmsProvider) -> None:
        self._provider = provider

    def send(self, to: str, text: str, number: str) -> None:
        """As SmsSender says."""
        places = {"to": to, "digits": to.lstrip("+"), "text": text, "number": number, "token": self._provider.token}
        try:
            status = self._post(places)
        except (OSError, HTTPException) as error:
            raise Deferred(f"{self._name} ne répond pas, ou pas de façon sûre.") from error
        if status in TAKEN:
            return
        if status in REFUSED and status not in LATER:
            raise Rejected(f"{self._name} a refusé le message ({status}).")
        raise Deferred(f"{self._name} demande d’attendre, ou refuse notre compte ({status}).")

    def greet(self) -> bool:
        """Try the provider without sending anything; whether it said, by its ``check``, that our account is good.

        Where it has none, the connexion alone is made. Raises Unreachable.
        """
        provider = self._provider
        try:
            if not provider.check:
                link = _connexion(provider.url)
                with closing(link):
                    link.connect()
                return False
            status = _ask("GET", provider.check, self._headers(dict.fromkeys(_NOBODY, "")))
        except (OSError, HTTPException) as error:
            raise Unreachable(f"{self._name} ne répond pas, ou pas de façon sûre.") from error
        if status not in TAKEN:
            raise Unreachable(f"{self._name} répond {status} à son adresse de contrôle.")
        return True

    @property
    def _name(self) -> str:
        return f"Le fournisseur de SMS {urlsplit(self._provider.url).hostname}"

    def _headers(self, places: Mapping[str, str]) -> dict[str, str]:
        known = {**places, "token": self._provider.token}
        given = {name: str(_filled(value, known)) for name, value in self._provider.headers.items()}
        return {"Accept": "application/json", **given}

    def _post(self, places: Mapping[str, str]) -> int:
        provider = self._provider
        filled = _filled(provider.body, places)
        kind = "application/x-www-form-urlencoded" if provider.form else "application/json"
        body = urlencode(filled) if provider.form and isinstance(filled, dict) else json.dumps(filled)
        return _ask("POST", provider.url, {"Content-Type": kind, **self._headers(places)}, body.encode())


def _ask(method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> int:
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with closing(_connexion(url)) as link:
        link.request(method, path, body, headers)
        return link.getresponse().status


def _connexion(url: str) -> HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return _JudgedTls(host, parts.port, timeout=PATIENCE, context=ssl.create_default_context())
    return _Judged(host, parts.port, timeout=PATIENCE)


def _filled(value: object, places: Mapping[str, str]) -> object:
    """A value with each place taken, once: what stands in a text is never a place itself."""
    if isinstance(value, Mapping):
        return {name: _filled(each, places) for name, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, places) for each in value]
    return _PLACES.sub(lambda found: places[found[1]], value) if isinstance(value, str) else value
