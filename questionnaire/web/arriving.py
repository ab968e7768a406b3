"""Between the steps of signing in: who has taken the first one in this browser, and where they are going."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import g, redirect, request, session, url_for
from flask.typing import ResponseValue
from flask_security import UserMixin
from flask_security.tf_plugin import TfPlugin
from werkzeug.wrappers import Response

from questionnaire.journeys.entering import second_step
from questionnaire.web import guessing
from questionnaire.web.departures import own_path
from questionnaire.web.desk import clock, desk

LASTING = timedelta(minutes=10)
"""How long the second step may be taken after the first."""

_KEPT = "arrival"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody recognised by one step. ``unique`` names the account among sessions; ``provider`` who recognised them.

    ``at`` is when, in seconds.
    """

    unique: str
    method: str
    next: str
    at: float
    provider: str = ""


def must_go_on(arrival: Arrival) -> bool:
    """Whether the account asks for a second step."""
    return second_step.account_asking(desk(), arrival.unique) is not None


def wait(arrival: Arrival) -> Response:
    """Lead to the second step, in place of any other arrival of this browser."""
    session[_KEPT] = asdict(arrival)
    return redirect(url_for("second_step.answer"))


def waiting(now: datetime) -> Arrival | None:
    """Who waits to take the second step in this browser."""
    kept: dict[str, Any] | None = session.get(_KEPT)
    arrival = Arrival(**kept) if kept else None
    return arrival if arrival and now.timestamp() - arrival.at <= LASTING.total_seconds() else None


def forget() -> None:
    """Nobody waits any more."""
    session.pop(_KEPT, None)


def shown_two_factors() -> None:
    """The session that this request opens was opened by two factors."""
    g.two_factors = True


def is_strong() -> bool:
    """Whether the session that this request opens is."""
    return bool(g.get("two_factors", False))


class AfterPassword(TfPlugin):
    """What Flask-Security asks once a password is right: where to go before the session opens, if anywhere."""

    def tf_enter(
        self,
        user: UserMixin,
        remember_me: bool | None,  # noqa: FBT001  # its order
        primary_authn_via: str,
        next_loc: str | None,
    ) -> ResponseValue | None:
        """The way to the second step, or None."""
        if not user.tf_totp_secret:
            return None
        guessing.password_was_right()
        target = own_path(request.form.get("next") or request.args.get("next", "/"))
        return wait(Arrival(user.fs_uniquifier, primary_authn_via, target, clock().timestamp()))
