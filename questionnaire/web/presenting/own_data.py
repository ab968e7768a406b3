"""The words of the page « Mes données »."""

from flask import get_flashed_messages, url_for

from questionnaire.content.own_words import TITLES, Subject
from questionnaire.journeys.own_data import Told
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import Fact, Link, Notice
from questionnaire.web.screens.own_data import KeptView, OwnDataView

TITLE = "Mes données"
LEAD = (
    "Voici ce que ce logiciel garde de vous, pourquoi, combien de temps, et qui le voit. Vous pouvez en prendre une "
    "copie quand vous voulez."
)
FILE_TEXT = "Tout ce qui est gardé de vous, dans un fichier qu’un autre logiciel peut lire (JSON)."
NOTHING = "Rien pour l’instant"


def own_data_view(told: Told) -> OwnDataView:
    """The page."""
    messages = [str(message) for message in get_flashed_messages()]
    return OwnDataView(
        title=TITLE,
        lead=LEAD,
        file=Link("Télécharger mes données (JSON)", url_for("own_data.file")),
        file_text=FILE_TEXT,
        subjects=tuple(_kept(subject, told) for subject in told.about),
        notice=Notice(" ".join(messages), "ok") if messages else None,
    )


def _kept(subject: Subject, told: Told) -> KeptView:
    facts = (Fact("Pourquoi", subject.why), Fact("Combien de temps", subject.kept), Fact("Qui le voit", subject.seen))
    found = ((TITLES[part], len(told.data.parts[part])) for part in subject.parts)
    parts = tuple(Fact(title, counted(many, "ligne", "lignes")) for title, many in found if many)
    return KeptView(subject.title, facts, parts or (Fact(NOTHING, ""),))
