"""The first page of those who administer: what they may look after."""

from flask import Blueprint, render_template

from questionnaire.access import Forbidden
from questionnaire.web import desk
from questionnaire.web.presenting.administration import administration_view
from questionnaire.web.presenting.shell import shell

views = Blueprint("administration", __name__, url_prefix="/administration")


@views.get("/")
def index() -> str:
    """Everything that the account administers, each with what it is for."""
    view = administration_view(desk.actor())
    if not view.entries:
        raise Forbidden("Votre compte n’administre rien dans votre organisation.")
    frame = shell(desk.actor(), section="administration")
    return render_template("pages/administration.html", shell=frame, view=view)
