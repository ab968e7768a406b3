"""Consent to what the question says, given or not; either is as easy."""

from questionnaire.spec.kinds.yes_no import YesNoKind


class ConsentKind(YesNoKind):
    """« J’accepte » or « Je n’accepte pas », held as ``oui`` or ``non``."""

    name = "consent"
