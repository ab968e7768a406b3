"""Leaving for an identity provider and coming back: what the browser's session keeps meanwhile, used once."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import session

from questionnaire.errors import QuestionnaireError

LASTING = timedelta(minutes=10)
LONGEST_NEXT = 1000
_KEPT, _THROUGH = "departure", "through"
_RANDOM_BYTES = 32

STALE = (
    "Cette demande de connexion n’est plus valable\u00a0: elle a déjà servi, elle a attendu plus de dix minutes, ou "
    "elle a commencé dans un autre navigateur. Recommencez."
)


class ProviderUnreachable(QuestionnaireError):
    """The provider does not answer, or not as its own description says."""


class AnswerRefused(QuestionnaireError):
    """What came back from the provider is not to be trusted, or says that the person is not let in."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One attempt. ``account_id``: the account to which the identity is to be linked; 0 to sign in.

    ``again``: its person shows again who they are.
    """

    provider: str
    state: str
    nonce: str
    verifier: str
    next: str
    at: float
    account_id: int = 0
    again: bool = False


def leave(provider: str, target: str, now: datetime, account_id: int = 0, *, again: bool = False) -> Departure:
    """Begin an attempt, in place of any other of this browser."""
    state, nonce, verifier = (secrets.token_urlsafe(_RANDOM_BYTES) for _ in range(3))
    at = now.timestamp()
    departure = Departure(provider, state, nonce, verifier, own_path(target), at, account_id, again)
    session[_KEPT] = asdict(departure)
    return departure


def come_back(provider: str, state: str, now: datetime) -> Departure:
    """The attempt that ends; it can end once only. Raises AnswerRefused."""
    kept: dict[str, Any] | None = session.pop(_KEPT, None)
    if kept is None or not state.isascii():
        raise AnswerRefused(STALE)
    departure = Departure(**kept)
    if departure.provider != provider or not secrets.compare_digest(departure.state, state):
        raise AnswerRefused(STALE)
    if now.timestamp() - departure.at > LASTING.total_seconds():
        raise AnswerRefused(STALE)
    return departure


def own_path(target: str) -> str:
    """A path of this site, or its first page."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "/"
    strange = parts.scheme or parts.netloc or "\\" in target or any(letter <= " " for letter in target)
    return target if target[:1] == "/" and target[1:2] != "/" and not strange and len(target) <= LONGEST_NEXT else "/"


def came_through(provider: str) -> None:
    """Keep by which provider the session was opened, to close it there too."""
    session[_THROUGH] = provider


def forget_provider() -> str:
    """The provider by which the session was opened, forgotten; empty if there is none."""
    return str(session.pop(_THROUGH, ""))
