"""Who was told that they were entered, for those who administer; the notice to print, the day it was handed over."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.administration import informed as journey
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.web import desk
from questionnaire.web.presenting.informing import informed_view, printed_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.people import said

views = Blueprint("notices", __name__, url_prefix="/administration/information")


@views.get("/")
def index() -> str:
    """The list."""
    found = journey.listing(desk.desk(), desk.actor())
    view = informed_view(found, desk.actor(), desk.clock(), said())
    frame = shell(desk.actor(), Link(view.title), section="informed")
    return render_template("pages/informed.html", shell=frame, view=view)


@views.get("/<person_id>/notice")
def printed(person_id: str) -> str:
    """The notice of one person, to print."""
    view = printed_view(journey.printed(desk.desk(), desk.actor(), person_id))
    frame = shell(
        desk.actor(), Link("Information des personnes", url_for(".index")), Link("Notice"), section="informed"
    )
    return render_template("pages/notice.html", shell=frame, view=view)


@views.post("/<person_id>")
def told(person_id: str) -> Response:
    """Note the day when a person was told."""
    try:
        journey.note_told(desk.desk(), desk.actor(), person_id, request.form.get("jour", ""))
    except NotAccepted as refused:
        flash(str(refused), "attention")
    else:
        flash("C’est noté.", "ok")
    return redirect(url_for(".index"))


@views.post("/<person_id>/demande")
def settle(person_id: str) -> Response:
    """Note that what a person asked was answered."""
    journey.settle(desk.desk(), desk.actor(), person_id)
    flash("La demande est notée comme traitée.", "ok")
    return redirect(url_for(".index"))
