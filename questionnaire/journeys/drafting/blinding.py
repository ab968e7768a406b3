"""Answers given blind are kept sealed or not at all."""

from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.desk import Desk
from questionnaire.spec.model import BLIND, Form
from questionnaire.storage.sealing import cipher_of


class CannotSeal(QuestionnaireError):
    """There is no key to seal answers that must be."""


def require_seal(desk: Desk, form: Form) -> None:
    """Raise CannotSeal for a blind form where the installation has no key: nothing of it may be stored in clear."""
    if form.privacy == BLIND and not cipher_of(desk.session):
        raise CannotSeal(
            "Ce formulaire se remplit à l’aveugle\u00a0: ses réponses sont gardées chiffrées, et la clé qu’il faut "
            "n’est pas réglée ici. Prévenez l’informatique de votre établissement (ANSWERS_KEYS)."
        )
