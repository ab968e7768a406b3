"""The data of somebody else, for who administers people: taken for those without account, erased at their request."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.personal import erasing
from questionnaire.journeys.personal import own_data as journey
from questionnaire.web import desk
from questionnaire.web.presenting.erasure import erasure_view
from questionnaire.web.screens import Link
from questionnaire.web.views.own_data import json_response
from questionnaire.web.views.people import frame, said

views = Blueprint("own_data_for", __name__, url_prefix="/administration/personnes/<person_id>/donnees")

ERASED = "La personne est effacée. Ce qui est signé reste tel qu’il a été signé."


@views.get("/fichier.json")
def file(person_id: str) -> Response:
    """All that is kept of the person, for a machine."""
    try:
        return json_response(journey.take_for(desk.desk(), desk.actor(), person_id))
    except NotAccepted as refused:
        flash(str(refused), "attention")
        return redirect(url_for("people.person", person_id=person_id))


@views.route("/effacement", methods=["GET", "POST"])
def erasure(person_id: str) -> Response | str:
    """What erasing the person does; doing it."""
    try:
        if request.method == "POST":
            erasing.erase(desk.desk(), desk.actor(), person_id, desk.blobs())
            flash(ERASED)
            return redirect(url_for("people.index"))
        view = erasure_view(erasing.preview(desk.desk(), desk.actor(), person_id), said())
    except NotAccepted as refused:
        flash(str(refused), "attention")
        return redirect(url_for("people.person", person_id=person_id))
    return render_template("pages/erasure.html", shell=frame(Link(view.title)), view=view)
