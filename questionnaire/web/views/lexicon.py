"""The page of the words of partnership."""

from flask import Blueprint, render_template

from questionnaire.web import desk
from questionnaire.web.presenting.lexicon import lexicon_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("lexicon", __name__)


@views.get("/lexique")
def lexicon() -> str:
    """Every term with its definition."""
    view = lexicon_view(desk.lexicon())
    return render_template("pages/lexicon.html", shell=shell(desk.maybe_actor(), Link(view.title)), view=view)
