"""The data of somebody who has no account, taken for them by who administers people."""

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys import own_data as journey
from questionnaire.journeys.organisations import NotAccepted
from questionnaire.web import desk
from questionnaire.web.views.own_data import json_response

views = Blueprint("own_data_for", __name__, url_prefix="/administration/personnes/<person_id>/donnees")


@views.get("/fichier.json")
def file(person_id: str) -> Response:
    """All that is kept of the person, for a machine."""
    try:
        return json_response(journey.take_for(desk.desk(), desk.actor(), person_id))
    except NotAccepted as refused:
        flash(str(refused), "attention")
        return redirect(url_for("people.person", person_id=person_id))
