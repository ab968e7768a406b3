"""Leaving a team, and acting in another of one's roles."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.administration import handing_over
from questionnaire.journeys.teamwork import capacities
from questionnaire.web import desk
from questionnaire.web.presenting.handover import handover_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import home_crumb

views = Blueprint("handovers", __name__, url_prefix="/projets/<project_id>")


@views.route("/transmettre/<person_id>", methods=["GET", "POST"])
def handover(project_id: str, person_id: str) -> Response | str:
    """What somebody carries and who may take it; a post gives it."""
    if request.method == "POST":
        handing_over.hand_over(desk.desk(), desk.actor(), project_id, person_id, request.form.get("vers", ""))
        gone = person_id == desk.actor().person.id
        flash("La place est transmise.")
        return redirect(url_for("home.index") if gone else url_for("projects.project", project_id=project_id))
    found = handing_over.prepare(desk.desk(), desk.actor(), project_id, person_id)
    view = handover_view(found, request.args.get("vers", ""))
    project = Link(found.project.title, url_for("projects.project", project_id=project_id))
    frame = shell(desk.actor(), home_crumb(), project, Link(view.title), section="projects")
    return render_template("pages/handover.html", shell=frame, view=view)


@views.post("/qualite")
def act_as(project_id: str) -> Response:
    """Act in another of one's roles in the project."""
    capacities.act_as(desk.desk(), desk.actor(), project_id, request.form.get("role", ""))
    return redirect(url_for("projects.project", project_id=project_id))
