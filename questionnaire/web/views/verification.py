"""The public page that a printed code leads to: reference and control code together, or nothing."""

from flask import Blueprint, render_template, request, url_for

from questionnaire.journeys.papers import checking
from questionnaire.web import desk
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.verification import verify_view
from questionnaire.web.screens import Link

views = Blueprint("verification", __name__)


@views.get("/verifier")
def check() -> tuple[str, int]:
    """What is kept under this reference and code: state, signatures, hash; never the contents."""
    reference, code = request.args.get("reference", ""), request.args.get("code", "")
    asked = bool(reference or code)
    found = checking.find(desk.desk(), reference, code) if asked else None
    view = verify_view(found, reference, code, url_for(".check"), asked=asked)
    frame = shell(desk.maybe_actor(), Link("Vérifier un document"))
    return render_template("pages/verify.html", shell=frame, view=view), 200 if found or not asked else 404
