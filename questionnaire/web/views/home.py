"""The first page: what awaits the person, and what they may begin."""

from flask import Blueprint, render_template

from questionnaire.journeys import documents, drafts
from questionnaire.web import desk
from questionnaire.web.presenting.home import home_view
from questionnaire.web.presenting.shell import shell

views = Blueprint("home", __name__)


@views.get("/")
def index() -> str:
    """Drafts to fill, documents to read and sign."""
    here, actor = desk.desk(), desk.actor()
    view = home_view(actor, desk.shelf().catalogue, drafts.mine(here, actor), documents.mine(here, actor))
    return render_template("pages/home.html", shell=shell(actor, section="projects"), view=view)
