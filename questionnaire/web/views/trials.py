"""Trying a form that is being written: page after page, then what was answered; nothing is kept."""

import json
from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.authoring import trying
from questionnaire.journeys.authoring.trying import Trial
from questionnaire.journeys.surveys import answering
from questionnaire.spec.values import Json
from questionnaire.web import desk
from questionnaire.web.presenting import surveys as words
from questionnaire.web.presenting.authoring import AGAIN, TITLE, trial_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.screens.surveys import SurveyView
from questionnaire.web.views.surveys import ACTION, LARGEST, PLACE, STATE

views = Blueprint("trials", __name__, url_prefix="/atelier")


@views.route("/<manuscript_id>/essai", methods=["GET", "POST"])
def answer(manuscript_id: str) -> Response:
    """The first page; a post goes on, or back."""
    request.max_content_length = LARGEST
    trial = trying.open_trial(desk.desk(), desk.actor(), manuscript_id)
    stored = _unsealed(trial)
    filled = answering.filled(desk.desk(), trial, stored)
    section = trial.form.section(request.form.get(PLACE, ""))
    if section is None or not filled.is_relevant(section.name):
        wanted = trial.form.section(request.form.get(ACTION, ""))
        section = wanted if wanted and filled.is_relevant(wanted.name) else next(filled.sections())
        return _drawn(manuscript_id, trial, words.section_view(trial, filled, section, _sealed(trial, stored), {}))
    fields = {name: request.form.getlist(name) for name in request.form if not name.startswith("_")}
    turned = answering.turn(desk.desk(), trial, stored, section, fields)
    state, mistakes = _sealed(trial, turned.stored), trying.mistakes(turned.filled, section)
    if request.form.get(ACTION) == words.BACK:
        return _drawn(manuscript_id, trial, words.before(trial, turned.filled, section, state))
    if mistakes or turned.more:
        shown = {} if turned.more else mistakes
        view = words.section_view(trial, turned.filled, section, state, shown, more=turned.more)
        return _drawn(manuscript_id, trial, view, HTTPStatus.UNPROCESSABLE_ENTITY if shown else HTTPStatus.OK)
    return _drawn(manuscript_id, trial, words.after(trial, turned.filled, section, state))


def _sealed(trial: Trial, stored: dict[str, Json]) -> str:
    return desk.vault().seal(json.dumps(stored), "trial", trial.form.digest)


def _unsealed(trial: Trial) -> dict[str, Json]:
    """What the page carried; nothing to begin again, and of a text that has changed since."""
    if request.form.get(ACTION) == AGAIN:
        return {}
    text = desk.vault().open(request.form.get(STATE, ""), "trial", trial.form.digest)
    found: dict[str, Json] = {} if text is None else json.loads(text)
    return found


def _drawn(manuscript_id: str, trial: Trial, view: SurveyView, status: HTTPStatus = HTTPStatus.OK) -> Response:
    editor = url_for("authoring.edit", manuscript_id=manuscript_id)
    frame = shell(desk.actor(), Link(TITLE, url_for("authoring.index")), Link("Le texte", editor), Link("Essai"))
    page = render_template("pages/survey.html", shell=frame, view=trial_view(trial, view))
    return Response(page, status, mimetype="text/html")
