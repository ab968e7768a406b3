"""The words of the page « Registre des traitements »."""

from questionnaire.content.processing import Processing, consent_line, reserved_line
from questionnaire.content.retention import SOFTWARE, Retention
from questionnaire.journeys.administration.processing import Register
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Fact, Link
from questionnaire.web.screens.processing import ListedWords, ProcessingChapter, ProcessingView

TITLE = "Registre des traitements"
LEAD = (
    "Ce que chaque formulaire demande, à qui, pourquoi, de quel droit et pour qui. Ce registre est écrit d’après les "
    "formulaires eux-mêmes et la table des droits\u00a0: reprenez-le dans celui de votre établissement, et faites-le "
    "valider par votre délégué à la protection des données."
)
SEALED = "Gardées chiffrées"
CLEAR = "Gardées en clair\u00a0: cette installation n’a pas de clé de chiffrement"


def processing_view(found: Register, *, sealed: bool) -> ProcessingView:
    """The whole page; ``sealed`` tells that the installation has keys for sensitive answers."""
    return ProcessingView(
        title=TITLE,
        lead=LEAD,
        facts=(
            Fact("Responsable de traitement", found.controller),
            Fact("Réponses sensibles", SEALED if sealed else CLEAR),
        ),
        file=Link("Télécharger le registre (Excel)", address("processing.download")),
        chapters=tuple(map(_chapter, found.told)),
        periods=tuple(_period(each) for each in found.periods),
    )


def _period(kept: Retention) -> Fact:
    return Fact(kept.what, kept.how_long if kept.by == SOFTWARE else f"{kept.how_long} ({kept.by})")


def _chapter(told: Processing) -> ProcessingChapter:
    lists = (
        ListedWords("Données personnelles", told.personal),
        ListedWords("Données sensibles", told.sensitive),
        ListedWords("Consentements explicites", tuple(consent_line(*each) for each in told.consents)),
        ListedWords("Réponses réservées", tuple(reserved_line(*each) for each in told.reserved)),
        ListedWords("Destinataires", told.recipients),
    )
    return ProcessingChapter(
        title=told.title,
        facts=(Fact("Finalité", told.purpose), Fact("Base légale", told.basis), Fact("Personnes", told.people)),
        lists=tuple(each for each in lists if each.words),
    )
