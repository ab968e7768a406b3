"""What is refused, one line each in the process's log: for those who look afterwards at what was tried."""

from http import HTTPStatus

from flask import Flask, Response, current_app, g, request
from flask_login import current_user

from questionnaire.web.guessing import network_of_visitor

NOTED = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)
WAYS_IN = frozenset({"security.login", "mail_codes.answer", "arrivals.answer", "second_step.answer"})
"""Pages that show themselves again when what was typed opens nothing."""


def not_shown() -> None:
    """Who is signed in has not shown that it is them: what they typed is not what was expected."""
    g.not_shown = True


def install(app: Flask) -> None:
    """Look at every answer to a request for an address that exists."""
    app.after_request(_look)


def _look(response: Response) -> Response:
    shown_again = response.status_code in {HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY}
    way_in = request.endpoint in WAYS_IN and request.method == "POST"
    if (way_in and shown_again) or g.get("not_shown", False):
        _note(HTTPStatus.UNAUTHORIZED)
    elif response.status_code in NOTED and request.endpoint not in {None, "static"}:
        _note(response.status_code)
    return response


def _note(status: int) -> None:
    """Nothing of what was asked or typed stands in a line: neither can it forge another, nor tell a secret."""
    whose = f"account {current_user.id}" if current_user.is_authenticated else network_of_visitor() or "a stranger"
    current_app.logger.warning("Refused %d, %s %s, to %s", status, request.method, request.endpoint, whose)
