"""In which words a person reads forms: chosen once, kept with their session."""

from flask import session

from questionnaire.spec import Form
from questionnaire.web import desk
from questionnaire.web.presenting.manner import Manner

CHOICE = "facile"
"""What a page posts to choose, and where the choice is kept."""


def choose(action: str) -> None:
    """Keep what a button of a page asked for; any other button changes nothing."""
    verb, _, wanted = action.partition(":")
    if verb == CHOICE:
        session[CHOICE] = wanted == "oui"


def manner(form: Form) -> Manner:
    """How the questions of a form are said to whoever reads."""
    return Manner(bool(session.get(CHOICE)), desk.lexicon() if form.lexicon else None)
