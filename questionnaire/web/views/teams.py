"""The team of a draft: who fills it, inviting somebody, accepting an invitation."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys import inviting
from questionnaire.web import desk
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.teams import invitation_view, team_view
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("teams", __name__)


@views.route("/dossiers/<draft_id>/equipe", methods=["GET", "POST"])
def team(draft_id: str) -> str:
    """Who fills the draft; a post makes an invitation, whose link is shown this once."""
    link = ""
    if request.method == "POST":
        secret = inviting.invite(desk.desk(), desk.actor(), draft_id, request.form.get("role", ""))
        link = current_app.config["SETTINGS"].public_url + url_for(".invitation", secret=secret)
    found = inviting.team(desk.desk(), desk.actor(), draft_id)
    view = team_view(found, desk.actor(), link)
    frame = shell(desk.actor(), *draft_crumbs(found.draft), Link(view.title), section="projects")
    return render_template("pages/team.html", shell=frame, view=view)


@views.route("/invitations/<secret>", methods=["GET", "POST"])
def invitation(secret: str) -> Response | str:
    """What one is invited to; a post accepts."""
    if request.method == "POST":
        head = inviting.join(desk.desk(), desk.actor(), secret)
        return redirect(url_for("drafts.tasks", draft_id=head.draft.id) if head else url_for("home.index"))
    invited = inviting.look(desk.desk(), desk.actor(), secret)
    view = invitation_view(invited, url_for(".invitation", secret=secret))
    return render_template("pages/invitation.html", shell=shell(desk.actor(), Link(view.title)), view=view)
