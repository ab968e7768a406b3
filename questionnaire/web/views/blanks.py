"""A form to print and fill by hand: being prepared, then read."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.drafting import asking_blank
from questionnaire.web import desk
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.presenting.documents import blank_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.documents import pdf_response
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("blanks", __name__, url_prefix="/dossiers/<draft_id>/exemplaire-vierge")


@views.get("")
def copy(draft_id: str) -> Response | str:
    """The copy, or the page that waits for it."""
    asked = asking_blank.ask(desk.desk(), desk.actor(), draft_id)
    file = url_for(".download", draft_id=draft_id)
    if asked.drawn:
        return Response(status=200, headers={"HX-Redirect": file}) if wants_fragment() else redirect(file)
    view = blank_view(url_for(".copy", draft_id=draft_id), url_for("drafts.tasks", draft_id=draft_id))
    if wants_fragment():
        return render_template("fragments/preparing.html", view=view)
    first, project, here = draft_crumbs(asked.opened)
    frame = shell(desk.actor(), first, project, here, Link(view.title), section="projects")
    return render_template("pages/preparing.html", shell=frame, view=view)


@views.get("/fichier.pdf")
def download(draft_id: str) -> Response:
    """The PDF, or the page that waits for it."""
    found = asking_blank.current_blank(desk.desk(), desk.actor(), desk.blobs(), draft_id)
    return pdf_response(*found, inline=True) if found else redirect(url_for(".copy", draft_id=draft_id))
