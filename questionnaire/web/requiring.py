"""What must be done before anything else: choosing a password in place of a lent one, setting up a second step."""

from flask import current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from questionnaire.access.requiring import must_have_second_step
from questionnaire.config import Settings
from questionnaire.web import desk, opened
from questionnaire.web.extensions import wants_fragment

ALLOWED = frozenset(
    {
        *("second_step.state", "second_step.set_up"),
        *("passkeys.mine", "passkeys.prepare", "passkeys.add"),
        *("confirming.confirm", "confirming.done", "confirming.provider"),
    }
)
"""Where one may be without a second step: the pages that lead to it."""


CHOOSING = frozenset({"account.choose", "confirming.confirm", "confirming.done", "confirming.provider"})
"""Where one may be while a password that somebody else knows opens one's account."""


def lead(endpoint: str) -> Response | None:
    """The way to the page where a password is chosen, or a second step set up, for whom it is asked of; else None.

    What somebody is typing when the rule is made is still saved.
    """
    if opened.must_choose_password() and endpoint not in CHOOSING and not _is_typing(endpoint):
        return _to(url_for("account.choose", next=_here()))
    if opened.is_strong() or endpoint in ALLOWED or _is_typing(endpoint):
        return None
    if not is_required():
        return None
    return _to(url_for("second_step.set_up"))


def _to(there: str) -> Response:
    if wants_fragment():
        return Response(status=401, headers={"HX-Redirect": there})
    return redirect(there)


def _here() -> str | None:
    """The page asked for, to come back to; None for what is no page, and for the first one."""
    path = request.full_path.rstrip("?")
    return path if request.method == "GET" and path != "/" and not wants_fragment() else None


def is_required() -> bool:
    """Whether the role of who is signed in asks for a second step."""
    settings: Settings = current_app.config["SETTINGS"]
    return must_have_second_step(desk.actor(), settings.second_step_roles)


def _is_typing(endpoint: str) -> bool:
    return endpoint == "sections.section" and request.method == "POST"
