"""The newer version of a draft's form: what moving there does, and moving."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from questionnaire.journeys.drafting import renewal, renewing
from questionnaire.web import desk
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.versions import version_view
from questionnaire.web.screens import Link
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("versions", __name__, url_prefix="/dossiers/<draft_id>/version")


@views.get("")
def newer(draft_id: str) -> str:
    """What would be kept, lost and asked anew."""
    return _page(renewal.look(desk.desk(), desk.actor(), draft_id))


@views.post("")
def move(draft_id: str) -> BaseResponse | tuple[str, int]:
    """Move the draft, or say again what that does where something changed meanwhile."""
    seen, digest = request.form.get("_rev", ""), request.form.get("version", "")
    left = renewing.renew(desk.desk(), desk.actor(), draft_id, seen, digest)
    if left is not None:
        return _page(left, moved=True), 409
    flash("Ce document suit maintenant la version plus récente de son formulaire.")
    return redirect(url_for("drafts.tasks", draft_id=draft_id))


def _page(found: renewal.Renewal, *, moved: bool = False) -> str:
    view = version_view(found, moved=moved)
    frame = shell(desk.actor(), *draft_crumbs(found.opened), Link(view.title), section="projects")
    return render_template("pages/version.html", shell=frame, view=view)
