"""The register of processing, to read and to take away."""

from flask import Blueprint, Response, current_app, render_template, url_for

from questionnaire.access import Actor
from questionnaire.config import Settings
from questionnaire.exchange.packing import Format, packed
from questionnaire.journeys.administration import processing as journey
from questionnaire.web import desk, opened
from questionnaire.web.passwords import LENT_LASTING
from questionnaire.web.presenting.processing import processing_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.exports import handed

views = Blueprint("processing", __name__, url_prefix="/administration/traitements")

FILE = "registre-des-traitements"


@views.get("/")
def register() -> str:
    """Every form, with what it asks and why."""
    actor, settings = desk.actor(), _settings()
    found = _read(actor)
    view = processing_view(found, sealed=bool(settings.answers_keys))
    root = Link("Administration", url_for("administration.index"))
    frame = shell(actor, root, Link(view.title), section="processing")
    return render_template("pages/processing.html", shell=frame, view=view)


@views.get("/registre.xlsx")
def download() -> Response:
    """The same as a table, a row a form."""
    return handed(packed(FILE, _read(desk.actor()).sheets, Format.XLSX))


def _read(actor: Actor) -> journey.Register:
    return journey.read_register(desk.desk(), actor, desk.keeping(), opened.idling(), LENT_LASTING)


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
