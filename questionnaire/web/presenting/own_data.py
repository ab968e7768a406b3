"""The words of the page « Mes données »."""

from zoneinfo import ZoneInfo

from flask import get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.content.own_words import TITLES, Subject
from questionnaire.journeys.personal.own_data import COPY_DAYS, Told
from questionnaire.storage.copies import DataCopy
from questionnaire.web.presenting.shell import help_view
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import Fact, Link, Notice, Post, PreparingView
from questionnaire.web.screens.own_data import KeptView, OwnDataView

TITLE = "Mes données"
LEAD = (
    "Voici ce que ce logiciel garde de vous, pourquoi, combien de temps, et qui le voit. Vous pouvez en prendre une "
    "copie quand vous voulez."
)
PAPER_TEXT = (
    f"La même chose dans un document à lire ou à imprimer. Il est gardé {COPY_DAYS}\u00a0jours, pour vous seul."
)
FILE_TEXT = "Tout ce qui est gardé de vous, dans un fichier qu’un autre logiciel peut lire (JSON)."
NOTHING = "Rien pour l’instant"


def own_data_view(told: Told, copy: DataCopy | None, actor: Actor) -> OwnDataView:
    """The page."""
    messages = [str(message) for message in get_flashed_messages()]
    return OwnDataView(
        title=TITLE,
        lead=LEAD,
        file=Link("Télécharger mes données (JSON)", url_for("own_data.file")),
        file_text=FILE_TEXT,
        paper_text=PAPER_TEXT,
        paper=_paper(copy, actor),
        ask=Post(
            "Demander un document à lire (PDF)" if copy is None else "Demander un document à jour (PDF)",
            url_for("own_data.ask"),
        ),
        subjects=tuple(_kept(subject, told) for subject in told.about),
        notice=Notice(" ".join(messages), "ok") if messages else None,
        contact=help_view(actor.organisation.profile.privacy),
    )


def _paper(copy: DataCopy | None, actor: Actor) -> Link | None:
    if copy is None:
        return None
    if copy.sha256 is None:
        return Link("Votre document se prépare", url_for("own_data.paper"))
    asked = copy.asked_at.astimezone(ZoneInfo(actor.organisation.timezone))
    return Link(f"Télécharger le document du {asked:%d/%m/%Y à %H:%M} (PDF)", url_for("own_data.download"))


def preparing_view() -> PreparingView:
    """While the paper is drawn."""
    text = "Le document qui dit tout ce qui est gardé de vous (PDF) est prêt dans quelques secondes."
    back = url_for("own_data.page")
    return PreparingView("Votre document se prépare", text, url_for("own_data.paper"), back, "Revenir à mes données")


def _kept(subject: Subject, told: Told) -> KeptView:
    facts = (Fact("Pourquoi", subject.why), Fact("Combien de temps", subject.kept), Fact("Qui le voit", subject.seen))
    found = ((TITLES[part], len(told.data.parts[part])) for part in subject.parts)
    parts = tuple(Fact(title, counted(many, "ligne", "lignes")) for title, many in found if many)
    return KeptView(subject.title, facts, parts or (Fact(NOTHING, ""),))
