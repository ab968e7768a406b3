"""The team of a draft: who fills it, inviting somebody, accepting an invitation."""

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.teamwork import inviting
from questionnaire.web import desk
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.teams import invitation_view, team_view
from questionnaire.web.screens import Asking, Link
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("teams", __name__)


@views.route("/dossiers/<draft_id>/equipe", methods=["GET", "POST"])
def team(draft_id: str) -> Response:
    """Who fills the draft; a post makes an invitation, whose link is shown this once."""
    if request.method == "POST":
        return _invite(draft_id)
    return _page(draft_id, Asking(revoked="annulee" in request.args))


def _invite(draft_id: str) -> Response:
    """Make an invitation; an address that cannot be one is said beside its field, as typed."""
    typed, role = request.form.get("courriel", "").strip(), request.form.get("role", "")
    try:
        secret = inviting.invite(desk.desk(), desk.actor(), draft_id, role, typed)
    except inviting.BadAddress as refused:
        return _page(draft_id, Asking(typed=typed, chosen=role, error=str(refused)), 422)
    link = current_app.config["SETTINGS"].public_url + url_for(".invitation", secret=secret)
    return _page(draft_id, Asking(link, typed))


@views.post("/dossiers/<draft_id>/equipe/annuler")
def revoke(draft_id: str) -> Response:
    """Take an invitation back, and say so on the page of the team."""
    inviting.revoke(desk.desk(), desk.actor(), draft_id, request.form.get("invitation", ""))
    return redirect(url_for(".team", draft_id=draft_id, annulee="oui"))


def _page(draft_id: str, asked: Asking, status: int = 200) -> Response:
    found = inviting.team(desk.desk(), desk.actor(), draft_id)
    view = team_view(found, desk.actor(), asked)
    frame = shell(desk.actor(), *draft_crumbs(found.draft), Link(view.title), section="projects")
    return make_response(render_template("pages/team.html", shell=frame, view=view), status)


@views.route("/invitations/<secret>", methods=["GET", "POST"])
def invitation(secret: str) -> Response | str:
    """What one is invited to; a post accepts."""
    if request.method == "POST":
        head = inviting.join(desk.desk(), desk.actor(), secret)
        return redirect(url_for("drafts.tasks", draft_id=head.draft.id) if head else url_for("home.index"))
    invited = inviting.look(desk.desk(), desk.actor(), secret)
    view = invitation_view(invited, url_for(".invitation", secret=secret))
    return render_template("pages/invitation.html", shell=shell(desk.actor(), Link(view.title)), view=view)
