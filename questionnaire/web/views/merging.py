"""Merging two records of one person: choosing the other one, both side by side, doing it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.administration import merging as journey
from questionnaire.journeys.administration.merger import Choice
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.web import desk
from questionnaire.web.presenting.merging import CHANGED, candidates_view, merger_view
from questionnaire.web.screens import Link, Notice
from questionnaire.web.views.people import frame, said

views = Blueprint("merging", __name__, url_prefix="/administration/personnes/<person_id>/reunir")

Answer = Response | str | tuple[str, int]
DONE = "Les deux fiches sont réunies."


@views.route("/", methods=["GET", "POST"])
def merge(person_id: str) -> Answer:
    """Which record to merge with; with ``avec``, what it does; posted, doing it."""
    other = request.values.get("avec", "")
    if not other:
        return _candidates(person_id)
    if request.method == "GET":
        return _merger(person_id, other, said())
    try:
        digest = request.form.get("vu", "")
        found = journey.merge(desk.desk(), desk.actor(), person_id, other, _choice(), digest, desk.blobs())
    except NotAccepted as refused:
        return _merger(person_id, other, Notice(str(refused), "attention")), 422
    if found is None:
        return _merger(person_id, other, CHANGED), 409
    flash(DONE)
    return redirect(url_for("people.person", person_id=person_id))


def _candidates(person_id: str) -> str:
    words = request.args.get("q", "").strip()
    record, likely = journey.likely(desk.desk(), desk.actor(), person_id)
    found = journey.sought(desk.desk(), desk.actor(), person_id, words) if words else ()
    view = candidates_view(record, likely, words, found, said())
    return render_template("pages/merging.html", shell=frame(Link(view.title)), view=view)


def _merger(person_id: str, other: str, notice: Notice | None) -> str:
    found = journey.preview(desk.desk(), desk.actor(), person_id, other)
    view = merger_view(found, _choice(), notice)
    return render_template("pages/merger.html", shell=frame(Link(view.title)), view=view)


def _choice() -> Choice:
    return Choice(*(request.form.get(name, "") for name in ("noms", "adresse", "compte")))
