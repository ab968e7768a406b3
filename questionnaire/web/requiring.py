"""Roles that ask for a second step: their holders are led to set it up before anything else."""

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


def lead(endpoint: str) -> Response | None:
    """The way to the page where a second step is set up, for whom it is asked of; None for the others.

    What somebody is typing when the rule is made is still saved.
    """
    if opened.is_strong() or endpoint in ALLOWED or _is_typing(endpoint):
        return None
    if not is_required():
        return None
    there = url_for("second_step.set_up")
    if wants_fragment():
        return Response(status=401, headers={"HX-Redirect": there})
    return redirect(there)


def is_required() -> bool:
    """Whether the role of who is signed in asks for a second step."""
    settings: Settings = current_app.config["SETTINGS"]
    return must_have_second_step(desk.actor(), settings.second_step_roles)


def _is_typing(endpoint: str) -> bool:
    return endpoint == "sections.section" and request.method == "POST"
