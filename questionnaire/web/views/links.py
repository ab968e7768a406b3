"""Beginning a document from a link that brings first answers."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.drafting import beginning, linking
from questionnaire.web import desk
from questionnaire.web.presenting.linked import FIELD, PROJECT, linked_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import home_crumb

views = Blueprint("links", __name__, url_prefix="/commencer")

EXISTING = "Vous aviez déjà commencé ce document\u00a0: le lien n’y a rien changé."


@views.get("/<form_name>")
def propose(form_name: str) -> str:
    """What the link proposes; nothing is kept yet."""
    given = {name: value for name, value in request.args.items() if name != PROJECT and value.strip()}
    proposal = linking.propose(desk.desk(), desk.actor(), form_name, given)
    view = linked_view(proposal, given, request.args.get(PROJECT, ""))
    frame = shell(desk.actor(), home_crumb(), Link(view.title), section="projects")
    return render_template("pages/linked.html", shell=frame, view=view)


@views.post("/<form_name>")
def begin(form_name: str) -> Response:
    """Begin with what was shown."""
    fields = request.form.items()
    linked = {name.removeprefix(FIELD): value for name, value in fields if name.startswith(FIELD)}
    project_id = request.form.get(PROJECT, "")
    if not project_id:
        draft_id = beginning.begin(desk.desk(), desk.actor(), form_name, linked)
        return redirect(url_for("drafts.tasks", draft_id=draft_id))
    begun = beginning.begin_in(desk.desk(), desk.actor(), project_id, form_name, linked)
    if begun.existing:
        flash(EXISTING)
    if begun.submission_id:
        return redirect(url_for("documents.document", submission_id=begun.submission_id))
    return redirect(url_for("drafts.tasks", draft_id=begun.draft_id))
