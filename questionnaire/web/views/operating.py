"""The state of the installation: what waits, what failed, the seal, the files, the settings; trying again."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from questionnaire.config import Settings
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.upkeep import operating as journey
from questionnaire.web import desk
from questionnaire.web.presenting.operating import installation_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.people import said

views = Blueprint("operating", __name__, url_prefix="/administration/installation")


@views.get("/")
def state() -> str:
    """How the installation is."""
    actor, settings = desk.actor(), _settings()
    seen = journey.overview(desk.desk(), actor, settings)
    waiting = journey.queues(desk.desk(), actor)
    view = installation_view(seen, waiting, settings, actor, said())
    root = Link("Administration", url_for("administration.index"))
    frame = shell(actor, root, Link(view.title), section="installation")
    return render_template("pages/installation.html", shell=frame, view=view)


@views.post("/travaux/<submission_id>")
def retry_work(submission_id: str) -> Response:
    """Let the runner try a step that failed at once."""
    journey.retry_work(desk.desk(), desk.actor(), submission_id)
    return _done("Le travail est relancé. Son résultat se voit ici dans une minute.")


@views.post("/messages/<letter_id>")
def retry_letter(letter_id: str) -> Response:
    """Send a letter that did not arrive once more."""
    try:
        journey.retry_letter(desk.desk(), desk.actor(), letter_id)
    except NotAccepted as refused:
        return _done(refused.faults["letter"], "attention")
    return _done("Le message est de nouveau en attente d’envoi.")


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def _done(text: str, tone: str = "ok") -> Response:
    flash(text, tone)
    return redirect(url_for("operating.state"))
