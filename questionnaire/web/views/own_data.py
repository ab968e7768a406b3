"""One's own data: what is kept, and the copies to take away."""

from flask import Blueprint, Response, render_template, url_for

from questionnaire.journeys import own_data as journey
from questionnaire.web import desk
from questionnaire.web.presenting.account import TITLE as ACCOUNT
from questionnaire.web.presenting.own_data import own_data_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("own_data", __name__, url_prefix="/compte/donnees")

FILE_NAME = "mes-donnees.json"


@views.get("/")
def page() -> str:
    """What is kept of the reader."""
    view = own_data_view(journey.mine(desk.desk(), desk.actor(), desk.keeping()))
    frame = shell(desk.actor(), Link(ACCOUNT, url_for("account.account")), Link(view.title))
    return render_template("pages/own_data.html", shell=frame, view=view)


@views.get("/fichier.json")
def file() -> Response:
    """The same, whole, for a machine."""
    return json_response(journey.take_mine(desk.desk(), desk.actor()))


def json_response(text: str) -> Response:
    """A file to keep."""
    response = Response(text, mimetype="application/json")
    response.headers.set("Content-Disposition", "attachment", filename=FILE_NAME)
    return response
