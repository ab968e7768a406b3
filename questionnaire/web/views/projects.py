"""A project: where its documents stand, and beginning the next one."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.drafting import beginning
from questionnaire.journeys.teamwork import projects
from questionnaire.web import desk
from questionnaire.web.presenting.projects import project_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import home_crumb

views = Blueprint("projects", __name__, url_prefix="/projets/<project_id>")


@views.get("/")
def project(project_id: str) -> str:
    """The chain of the documents, what is next, who is awaited."""
    opened = projects.open_project(desk.desk(), desk.actor(), project_id)
    frame = shell(desk.actor(), home_crumb(), Link(opened.project.title), section="projects")
    return render_template("pages/project.html", shell=frame, view=project_view(opened, desk.actor()))


@views.post("/documents")
def begin(project_id: str) -> Response:
    """Begin a document of the form that the button names, or go on with one's own."""
    name = request.form.get("formulaire", "")
    begun = beginning.begin_in(desk.desk(), desk.actor(), project_id, name)
    if begun.submission_id:
        return redirect(url_for("documents.document", submission_id=begun.submission_id))
    return redirect(url_for("drafts.tasks", draft_id=begun.draft_id))
