"""Filling together: giving a part to a person, keeping the draft longer, telling who helped, going on where one was."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.drafting import expiring
from questionnaire.journeys.teamwork import assigning, assisting, overview
from questionnaire.web import desk
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.together import assistance_view
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("together", __name__, url_prefix="/dossiers/<draft_id>")


@views.post("/confier")
def assign(draft_id: str) -> Response:
    """Give a part to a person of the team, or to nobody."""
    section, person = request.form.get("partie", ""), request.form.get("personne", "")
    assigning.assign(desk.desk(), desk.actor(), draft_id, section, person)
    flash("La partie est confiée." if person else "La partie n’est plus confiée à personne.")
    return redirect(url_for("drafts.tasks", draft_id=draft_id))


@views.post("/prolonger")
def prolong(draft_id: str) -> Response:
    """Keep the draft as long as if it had just been changed."""
    expiring.prolong(desk.desk(), desk.actor(), draft_id)
    flash("Le brouillon est prolongé.")
    return redirect(url_for("drafts.tasks", draft_id=draft_id))


@views.route("/aide", methods=["GET", "POST"])
def assistance(draft_id: str) -> Response:
    """Tell who helped, or take it back."""
    if request.method == "GET":
        return _asked(draft_id)
    told = request.form.get("retirer", "")
    if told:
        assisting.untell(desk.desk(), desk.actor(), draft_id, told)
        return redirect(url_for("drafts.tasks", draft_id=draft_id, _anchor="aide"))
    who, how = request.form.get("qui", ""), tuple(request.form.getlist("comment"))
    try:
        assisting.tell(desk.desk(), desk.actor(), draft_id, who, how)
    except assisting.CannotRecordHelp as refused:
        return _asked(draft_id, who, how, str(refused))
    return redirect(url_for("drafts.tasks", draft_id=draft_id, _anchor="aide"))


def _asked(draft_id: str, who: str = "", how: tuple[str, ...] = (), error: str = "") -> Response:
    over = overview.overview(desk.desk(), desk.actor(), draft_id)
    view = assistance_view(over, typed=who, ticked=how, error=error)
    frame = shell(desk.actor(), *draft_crumbs(over.opened), Link("Aide reçue"), section="projects")
    back = url_for("drafts.tasks", draft_id=draft_id)
    page = render_template("pages/assistance.html", shell=frame, assistance=view, back_url=back)
    return make_response(page, 422 if error else 200)


@views.get("/continuer")
def resume(draft_id: str) -> Response:
    """Go on where one was: the section of one's last answer or visit, else the list of parts."""
    shared = overview.share(desk.desk(), desk.actor(), draft_id)
    section = shared.resume(shared.opened.fill())
    if section is None:
        return redirect(url_for("drafts.tasks", draft_id=draft_id))
    return redirect(url_for("sections.section", draft_id=draft_id, name=section.name))
