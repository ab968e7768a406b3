"""The words that some keys choose from; those marked false belong to the language and wait for a later version."""

from collections.abc import Mapping

STATUSES = {"definitif": True, "trame_proposee": True, "non_definitif": True}
LIVES = {"signed": True, "finished": True, "living": False}
INSTANCES = {
    "project": True, "person": True, "pair": False, "establishment": False, "campaign": False, "free": True,
}  # fmt: skip
ACCESSES = {
    "project": True, "person": True, "free": True, "fiche_projet": True, "charte": True, "barometre_individuel": True,
    "barometre_commun": True, "demande_accompagnement": True, "suivi_accompagnement": True, "cycles": True,
    "bilan": True, "lettre_de_mission": False, "profil_patient_partenaire": False, "plan_deploiement": False,
    "recensement": False,
}  # fmt: skip
FOR_EACH = {"person": "person", "charte": "person", "free": "free", "barometre_individuel": "free"}
"""The ``instances`` of the forms that follow some ``access``; those of the others are of the project."""
ARCHIVES = {"sealed": True, "none": True}
PRIVACIES = {"named": True, "blind": True, "anonymous": True}
LEGAL_BASES = {
    "interet_public": True, "consentement": True, "obligation_legale": True, "contrat": True,
    "interet_legitime": True, "interets_vitaux": True,
}  # fmt: skip
"""The six of article 6 of the GDPR."""
PERSONAL = {"none": True, "personal": True, "sensitive": True, "health": True}
ACTS = {"signature": True, "visa": True, "avis": False}
WHOSE = {"person": True, "pair": False}
REACHED = {"finalise": True, "signe": True}
LAYOUTS = {"sheet": True, "barometer": True, "letter": False, "charter": True, "report": False}
SHAPES = {"wheel": True}
ENDINGS = {"decision": True, "elimination": True, "transfer": True}

WORDS = {
    "status": STATUSES,
    "life": LIVES,
    "instances": INSTANCES,
    "access": ACCESSES,
    "archive": ARCHIVES,
    "privacy": PRIVACIES,
    "legal_basis": LEGAL_BASES,
    "personal": PERSONAL,
    "act": ACTS,
    "layout": LAYOUTS,
    "shape": SHAPES,
    "instance": WHOSE,
    "state": REACHED,
    "then": ENDINGS,
}
"""The words by key. The first of each is what an absent key means; that of ``access`` is then that of ``instances``."""


def served(words: Mapping[str, bool]) -> tuple[str, ...]:
    """Those of ``words`` that may be written today."""
    return tuple(word for word, is_served in words.items() if is_served)
