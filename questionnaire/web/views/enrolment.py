"""Bringing a list of people in: the file, what it would do, the confirmation."""

import base64
import binascii

from flask import Blueprint, flash, redirect, render_template, request, url_for

from questionnaire.access.roster import MOST_BYTES, UnreadableRoster
from questionnaire.journeys.administration import enrolling
from questionnaire.journeys.administration import people as journey
from questionnaire.web import desk
from questionnaire.web.presenting import enrolment as forms
from questionnaire.web.screens import Link, Notice
from questionnaire.web.views.people import Answer, frame

views = Blueprint("enrolment", __name__, url_prefix="/administration/personnes/importer")

NO_FILE = "Choisissez un fichier."


@views.route("/", methods=["GET", "POST"])
def enrol() -> Answer:
    """Show what a file would do; a second post, with what was seen, does it."""
    place = request.form.get("place", desk.actor().organisation.id)
    if request.method == "GET":
        return _choose(place, "")
    content = _content()
    if not content:
        return _choose(place, NO_FILE), 422
    try:
        return _confirmed(content, place) if "empreinte" in request.form else _previewed(content, place)
    except UnreadableRoster as refused:
        return _choose(place, str(refused)), 422


def _content() -> bytes:
    """The file, brought or posted back; one byte too much is enough to refuse a longer one."""
    brought = request.files.get("liste")
    if brought is not None:
        return brought.stream.read(MOST_BYTES + 1)
    try:
        return base64.urlsafe_b64decode(request.form.get("contenu", ""))
    except (binascii.Error, ValueError):
        return b""


def _choose(place: str, fault: str) -> str:
    places = journey.places(desk.desk(), desk.actor())
    view = forms.choosing(places, {"place": place}, fault)
    return render_template("pages/plain_form.html", shell=frame(Link(view.title)), view=view)


def _previewed(content: bytes, place: str, notice: Notice | None = None) -> str:
    plan = enrolling.plan(desk.desk(), desk.actor(), content, place)
    view = forms.enrolment_view(plan, base64.urlsafe_b64encode(content).decode(), place, notice)
    return render_template("pages/enrolment.html", shell=frame(Link(view.title)), view=view)


def _confirmed(content: bytes, place: str) -> Answer:
    plan = enrolling.enrol(desk.desk(), desk.actor(), content, place, request.form["empreinte"])
    if plan is None:
        return _previewed(content, place, forms.CHANGED), 409
    flash(forms.done_text(plan))
    return redirect(url_for("people.index"))
