"""The periods that this code and these settings apply, gathered for the table of retention."""

from collections.abc import Iterable
from datetime import timedelta

from questionnaire.content.retention import PEOPLE, Retention, of_form, time_in_words
from questionnaire.journeys import auditing
from questionnaire.journeys.entering import browsers, mail_codes
from questionnaire.journeys.entering.idling import Idling
from questionnaire.journeys.letters import mailing
from questionnaire.journeys.personal import informing
from questionnaire.journeys.personal.own_data import COPY_DAYS
from questionnaire.journeys.teamwork import inviting
from questionnaire.lifecycle import Keeping
from questionnaire.spec import Form


def retentions(keeping: Keeping, idling: Idling, lent: timedelta, forms: Iterable[Form]) -> tuple[Retention, ...]:
    """Every period; ``lent`` is how long a password that an administrator gives works, ``forms`` those offered."""
    of_forms = (of_form(form) for form in forms)
    return (
        Retention(
            "Brouillon sans activité",
            f"{keeping.life}\u00a0mois, annoncés à {keeping.notice}\u00a0; puis supprimé avec tout ce qui l’accompagne",
        ),
        Retention("Réponse sous consentement", "jusqu’au retrait du consentement, puis effacée avec son histoire"),
        Retention(
            "Session laissée sans personne",
            f"{_time(idling.own)}, {_time(idling.shared)} sur un poste partagé\u00a0; au plus {_time(idling.whole)}",
        ),
        Retention("Code de connexion reçu par courriel ou SMS", f"{_time(mail_codes.LASTING)}, une seule fois"),
        Retention("Mot de passe donné par un administrateur", _time(lent)),
        Retention("Navigateur reconnu", f"{_time(browsers.KNOWN_FOR)} sans connexion"),
        Retention("Invitation dans une équipe", _time(inviting.LASTING)),
        Retention(
            "Page personnelle de qui a été saisi par un autre, texte de sa demande",
            f"{_time(informing.LASTING)} après la lettre\u00a0; jusqu’à ce que la demande soit notée comme traitée",
        ),
        Retention("Message envoyé", f"{_time(mailing.KEPT)}\u00a0; les mots d’un message secret, dès qu’il est parti"),
        Retention("Mots du journal d’audit", f"{_time(auditing.KEPT)}\u00a0; ses empreintes restent"),
        Retention("Copie de ses propres données", _time(timedelta(days=COPY_DAYS))),
        Retention("Réponse anonyme à une enquête", "avec l’enquête\u00a0; elle n’est à personne", PEOPLE),
        *(each for each in of_forms if each is not None),
        Retention(
            "Autre document finalisé, acte de signature",
            "jusqu’à la décision de l’archiviste\u00a0: le formulaire ne dit rien de plus court",
            PEOPLE,
        ),
    )


def _time(period: timedelta) -> str:
    return time_in_words(int(period.total_seconds() // 60))
