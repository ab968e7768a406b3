"""The session of this browser: how long it lasts with nobody there, staying, and whose computer this is."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.entering import staying
from questionnaire.web import computer, desk, opened
from questionnaire.web.departures import own_path
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.staying import SAID, STAYED, over, session_view
from questionnaire.web.screens import Link

views = Blueprint("staying", __name__)

LEFT = "Session-Left"
"""The header that tells seconds to the page that asks by itself, with what it may show."""


@views.route("/session/", methods=["GET", "POST"])
def session() -> Response:
    """Tell how long the session lasts with nobody there; stay."""
    if request.method == "POST":
        staying.still_here(desk.desk(), opened.here())
        opened.just_seen()
        if not wants_fragment():
            flash(STAYED)
            return redirect(own_path(request.form.get("next", "") or url_for("staying.session")))
    left = opened.left()
    if wants_fragment():
        asked = render_template("fragments/stay.html", over=over(opened.limit()))
        return Response(asked, headers={LEFT: str(int(left.total_seconds()))}, mimetype="text/html")
    view = session_view(left, opened.limit(), shared=opened.here().shared)
    frame = shell(desk.actor(), Link(view.title))
    return Response(render_template("pages/session.html", shell=frame, view=view), mimetype="text/html")


@views.post("/ordinateur/")
def whose() -> Response:
    """Keep whether this computer is shared, for the open session and for those to come."""
    shared = request.form.get("shared") == "oui"
    response = redirect(own_path(request.form.get("next", "") or "/"))
    computer.keep(response, shared=shared)
    if desk.maybe_actor() is not None:
        staying.share(desk.desk(), opened.here(), shared=shared)
    flash(SAID[shared])
    return response
