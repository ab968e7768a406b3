"""Trying a form that is being written: page after page, then what was answered; nothing is kept."""

import json
import secrets
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.filling import BadPath
from questionnaire.filling.pages import pages
from questionnaire.journeys.authoring import trial_documents, trying
from questionnaire.journeys.authoring.trying import Trial
from questionnaire.journeys.surveys import answering
from questionnaire.spec.model import Section
from questionnaire.spec.values import Json
from questionnaire.web import desk
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.presenting import surveys as words
from questionnaire.web.presenting.authoring import AGAIN, PAPER, SAMPLE, TITLE, paper_view, trial_view
from questionnaire.web.presenting.review import open_item
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.screens.surveys import SurveyView
from questionnaire.web.views.documents import pdf_response
from questionnaire.web.views.surveys import ACTION, LARGEST, PLACE, STATE

ITEM = "_item"

views = Blueprint("trials", __name__, url_prefix="/atelier")


@views.route("/<manuscript_id>/essai", methods=["GET", "POST"])
def answer(manuscript_id: str) -> Response:
    """The first page; a post goes on, back, to another page, or does what a button of a list asks."""
    request.max_content_length = LARGEST
    trial = trying.open_trial(desk.desk(), desk.actor(), manuscript_id)
    action = request.form.get(ACTION, "")
    stored = trying.made_up(desk.desk(), trial, secrets.randbits(32)) if action == SAMPLE else _unsealed(trial)
    filled = answering.filled(desk.desk(), trial, stored)
    if action == PAPER:
        number = trial_documents.ask(desk.desk(), desk.actor(), trial, stored)
        return redirect(url_for(".document", manuscript_id=manuscript_id, number=number))
    section = words.page_called(filled, request.form.get(PLACE, ""))
    if action == SAMPLE:
        return _drawn(trial, words.check_view(trial, filled, _sealed(trial, stored)))
    if section is None:
        wanted = words.page_called(filled, action) or next(pages(filled))
        return _drawn(trial, words.section_view(trial, filled, wanted, _sealed(trial, stored), {}))
    return _turned(trial, stored, section, action)


@views.get("/<manuscript_id>/essai/document/<number>")
def document(manuscript_id: str, number: str) -> Response | str:
    """The document of the answers tried, or the page that waits for it."""
    drawn = trial_documents.read(desk.desk(), desk.actor(), manuscript_id, number)
    file = url_for(".paper", manuscript_id=manuscript_id, number=number)
    if drawn.pdf is not None:
        return Response(status=200, headers={"HX-Redirect": file}) if wants_fragment() else redirect(file)
    here = url_for(".document", manuscript_id=manuscript_id, number=number)
    view = paper_view(here, url_for(".answer", manuscript_id=manuscript_id))
    if wants_fragment():
        return render_template("fragments/preparing.html", view=view)
    frame = shell(desk.actor(), Link(TITLE, url_for("authoring.index")), Link(view.title))
    return render_template("pages/preparing.html", shell=frame, view=view)


@views.get("/<manuscript_id>/essai/document/<number>/essai.pdf")
def paper(manuscript_id: str, number: str) -> Response:
    """The PDF, or the page that waits for it."""
    drawn = trial_documents.read(desk.desk(), desk.actor(), manuscript_id, number)
    if drawn.pdf is None:
        return redirect(url_for(".document", manuscript_id=manuscript_id, number=number))
    return pdf_response("essai.pdf", drawn.pdf, inline=True)


def _turned(trial: Trial, stored: trying.Stored, section: Section, action: str) -> Response:
    """What a page posted is taken, then what its button asks is done."""
    fields = {name: request.form.getlist(name) for name in request.form if not name.startswith("_")}
    turned = answering.turn(desk.desk(), trial, stored, section, fields)
    verb, _, path = action.partition(":")
    if verb in trying.VERBS and path:
        return _arranged(trial, turned.stored, section, verb, path)
    state, mistakes = _sealed(trial, turned.stored), trying.mistakes(turned.filled, section)
    if action == words.BACK:
        return _drawn(trial, words.before(trial, turned.filled, section, state))
    if words.page_called(turned.filled, section.name) and (mistakes or turned.more):
        shown = {} if turned.more else mistakes
        item = next((open_item(path) for path in shown if "." in path), request.form.get(ITEM))
        view = words.section_view(trial, turned.filled, section, state, shown, more=turned.more, item=item)
        return _drawn(trial, view, HTTPStatus.UNPROCESSABLE_ENTITY if shown else HTTPStatus.OK)
    return _drawn(trial, words.after(trial, turned.filled, section, state))


def _arranged(trial: Trial, stored: trying.Stored, section: Section, verb: str, path: str) -> Response:
    """An item added, opened, closed, moved or taken away, on the same page."""
    try:
        arranged = trying.arrange(answering.filled(desk.desk(), trial, stored), stored, verb, path)
    except BadPath:
        arranged = trying.Arranged(stored, None)
    filled = answering.filled(desk.desk(), trial, arranged.stored)
    page = words.page_called(filled, section.name) or next(pages(filled))
    state = _sealed(trial, arranged.stored)
    return _drawn(trial, words.section_view(trial, filled, page, state, {}, item=arranged.item))


def _sealed(trial: Trial, stored: dict[str, Json]) -> str:
    return desk.vault().seal(json.dumps(stored), "trial", trial.form.digest)


def _unsealed(trial: Trial) -> dict[str, Json]:
    """What the page carried; nothing to begin again, and of a text that has changed since."""
    if request.form.get(ACTION) == AGAIN:
        return {}
    text = desk.vault().open(request.form.get(STATE, ""), "trial", trial.form.digest)
    found: dict[str, Json] = {} if text is None else json.loads(text)
    return found


def _drawn(trial: Trial, view: SurveyView, status: HTTPStatus = HTTPStatus.OK) -> Response:
    editor = url_for("authoring.edit", manuscript_id=trial.manuscript_id)
    frame = shell(desk.actor(), Link(TITLE, url_for("authoring.index")), Link("Le texte", editor), Link("Essai"))
    page = render_template("pages/survey.html", shell=frame, view=trial_view(trial, view))
    return Response(page, status, mimetype="text/html")
