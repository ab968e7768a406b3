"""One's own account: the browsers in which it is open, closed from here."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys import linking, staying
from questionnaire.web import desk, opened
from questionnaire.web.presenting.account import account_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("account", __name__, url_prefix="/compte")

CLOSED = "La session est fermée."
OTHERS_CLOSED = "Toutes les autres sessions sont fermées."


@views.get("/")
def account() -> str:
    """The ways in, and the open sessions."""
    here, actor = desk.desk(), desk.actor()
    view = account_view(actor, linking.ways(here, actor), staying.open_sessions(here, actor), opened.session_id())
    return render_template("pages/account.html", shell=shell(actor, Link(view.title)), view=view)


@views.post("/sessions/<session_id>/fermer")
def close(session_id: str) -> Response:
    """Close one session."""
    staying.close(desk.desk(), desk.actor(), session_id)
    flash(CLOSED)
    return redirect(url_for("account.account"))


@views.post("/sessions/fermer-les-autres")
def close_others() -> Response:
    """Close every session but this one."""
    staying.close_others(desk.desk(), desk.actor(), opened.session_id())
    flash(OTHERS_CLOSED)
    return redirect(url_for("account.account"))
