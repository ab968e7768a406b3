"""The first page: what awaits the person, and what they may begin."""

from flask import Blueprint, render_template

from questionnaire.journeys.drafting import drafts
from questionnaire.journeys.letters import reading_letters
from questionnaire.journeys.papers import documents
from questionnaire.journeys.teamwork import overview, projects
from questionnaire.web import desk
from questionnaire.web.presenting.beside import beside_drafts
from questionnaire.web.presenting.home import home_view
from questionnaire.web.presenting.shell import shell

views = Blueprint("home", __name__)


@views.get("/")
def index() -> str:
    """Drafts to fill, documents to read and sign."""
    here, actor = desk.desk(), desk.actor()
    mine = drafts.mine(here, actor), documents.mine(here, actor), projects.mine(here, actor)
    beside = beside_drafts(here, actor, mine[0], overview.places(here, actor), desk.keeping())
    view = home_view(actor, desk.shelf().catalogue, *mine, beside)
    frame = shell(actor, section="projects", news=reading_letters.count_new(here, actor))
    return render_template("pages/home.html", shell=frame, view=view)
