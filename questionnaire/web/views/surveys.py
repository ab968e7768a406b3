"""Answering a survey without an account: the page carries what was answered, sealed; nothing is kept before the end."""

import json
from http import HTTPStatus

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from questionnaire.journeys.surveys import answering
from questionnaire.journeys.surveys.answering import NotComplete, OpenSurvey
from questionnaire.spec.values import Json
from questionnaire.web import desk
from questionnaire.web.presenting import surveys as words
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens.surveys import SurveyView

views = Blueprint("surveys", __name__, url_prefix="/enquetes")

LARGEST = 256 * 1024
"""Bytes of a page posted, with all that was answered before."""

STATE, PLACE, ACTION = "_state", "_place", "_action"


@views.route("/<survey_id>/", methods=["GET", "POST"])
def answer(survey_id: str) -> Response | str | tuple[str, int]:
    """One page after the other, then all the answers to check, then thanks."""
    request.max_content_length = LARGEST
    opened = answering.open_survey(desk.desk(), survey_id)
    if request.method == "GET":
        return _drawn(words.first_view(opened))
    return _posted(opened)


def _posted(opened: OpenSurvey) -> Response | str | tuple[str, int]:
    stored = _unsealed(opened)
    if stored is None:
        return _drawn(words.first_view(opened, words.LOST))
    form = answering.filled(desk.desk(), opened, stored)
    section = opened.form.section(request.form.get(PLACE, ""))
    if section is None or not form.is_relevant(section.name):
        return _elsewhere(opened, stored)
    fields = {name: request.form.getlist(name) for name in request.form if not name.startswith("_")}
    turned = answering.turn(desk.desk(), opened, stored, section, fields)
    wrong = answering.wrong(turned.filled, section)
    going = request.form.get(ACTION, "")
    state = _sealed(opened, turned.stored)
    if going == words.BACK:
        return _drawn(words.before(opened, turned.filled, section, state))
    if wrong or turned.more:
        problems = {} if turned.more else wrong
        view = words.section_view(opened, turned.filled, section, state, problems, more=turned.more)
        return _drawn(view, HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK)
    return _drawn(words.after(opened, turned.filled, section, state))


def _elsewhere(opened: OpenSurvey, stored: dict[str, Json]) -> Response | str | tuple[str, int]:
    """What the first page and the last one ask: to begin, to go back, to send."""
    form, going = answering.filled(desk.desk(), opened, stored), request.form.get(ACTION, "")
    state = _sealed(opened, stored)
    section = opened.form.section(going)
    if section is not None and form.is_relevant(section.name):
        return _drawn(words.section_view(opened, form, section, state, {}))
    if going != words.SEND:
        return _drawn(words.section_view(opened, form, next(form.sections()), state, {}))
    try:
        answering.send(desk.desk(), opened, stored)
    except NotComplete:
        wanting = words.first_wanting(opened, form, state)
        return _drawn(wanting, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _drawn(words.thanks(opened))


def _sealed(opened: OpenSurvey, stored: dict[str, Json]) -> str:
    return desk.vault().seal(json.dumps(stored), "survey", opened.survey.id)


def _unsealed(opened: OpenSurvey) -> dict[str, Json] | None:
    """What the page carried: nothing yet on the first one; None for what this survey did not seal."""
    sealed = request.form.get(STATE, "")
    if not sealed:
        return {}
    text = desk.vault().open(sealed, "survey", opened.survey.id)
    found: dict[str, Json] | None = None if text is None else json.loads(text)
    return found


def _drawn(view: SurveyView, status: HTTPStatus = HTTPStatus.OK) -> Response:
    page = render_template("pages/survey.html", shell=shell(None), view=view)
    return Response(page, status, mimetype="text/html")
