"""The changes of a draft, and taking one back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.drafting import history
from questionnaire.web import desk
from questionnaire.web.presenting.history import history_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("history", __name__, url_prefix="/dossiers/<draft_id>/changements")


@views.get("/")
def changes(draft_id: str) -> str:
    """Who changed what, when; the latest first, ``page`` by page."""
    found = history.changes(desk.desk(), desk.actor(), draft_id)
    view = history_view(found, desk.actor(), max(1, request.args.get("page", 1, type=int)))
    frame = shell(desk.actor(), *draft_crumbs(found.draft), Link(view.title), section="projects")
    return render_template("pages/history.html", shell=frame, view=view)


@views.post("/reprendre")
def take_back(draft_id: str) -> Response:
    """Give an answer the value that it had before."""
    revision = request.form.get("revision", type=int) or 0
    history.take_back(desk.desk(), desk.actor(), draft_id, request.form.get("reponse", ""), revision)
    flash("La réponse précédente est rétablie.")
    return redirect(url_for(".changes", draft_id=draft_id))
