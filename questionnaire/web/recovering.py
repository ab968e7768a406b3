"""A code by mail on its way, and what one may do for a while after signing in by it: choose a password anew."""

import secrets
from datetime import datetime, timedelta

from flask import session

from questionnaire.web import opened
from questionnaire.web.departures import own_path

LASTING = timedelta(minutes=15)
"""How long after signing in by a code a password may be chosen without knowing the one before."""

_ASKED, _ARRIVED = "mail_code", "by_code"
_RANDOM_BYTES = 32


def leave(address: str, target: str, **more: str) -> str:
    """Begin to wait for a code in this browser, in place of any other; the secret that binds the code to it."""
    secret = secrets.token_urlsafe(_RANDOM_BYTES)
    session[_ASKED] = {"secret": secret, "address": address, "next": own_path(target), **more}
    return secret


def waiting() -> dict[str, str] | None:
    """What this browser waits for: ``secret``, ``address``, ``next``, and what a newcomer said of themselves."""
    kept = session.get(_ASKED)
    return kept if isinstance(kept, dict) else None


def arrive(now: datetime) -> None:
    """The session just opened came by a code."""
    session.pop(_ASKED, None)
    session[_ARRIVED] = [session.get(opened.KEY), now.timestamp()]


def forget() -> None:
    """No code is waited for any more."""
    session.pop(_ASKED, None)


def done() -> None:
    """The password is chosen: from now on it is asked for."""
    session.pop(_ARRIVED, None)


def is_recent(now: datetime) -> bool:
    """Whether the session of this browser was opened by a code, a short while ago."""
    kept = session.get(_ARRIVED)
    if not isinstance(kept, list) or kept[0] is None or kept[0] != session.get(opened.KEY):
        return False
    return now.timestamp() - float(kept[1]) <= LASTING.total_seconds()
