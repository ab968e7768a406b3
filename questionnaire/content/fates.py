"""What an erasure does to each part of what is kept of a person, and the words that say so."""

from collections.abc import Mapping
from enum import StrEnum

from questionnaire.content.own_words import TITLES


class Fate(StrEnum):
    """What an erasure does to the rows of a part."""

    GOES = "goes"
    NAMELESS = "nameless"
    STAYS = "stays"


_NAMELESS = frozenset(
    {
        *("projects_begun", "invitations_made", "invitations_accepted", "drafts", "answers", "answer_changes"),
        *("people_informed", "reasons", "files", "comments", "comments_settled", "help_received"),
    }
)
_STAYS = frozenset({"documents_finalised", "signatures_expected", "signatures", "signature_traces", "document_events"})


def fate_of(part: str) -> Fate:
    """What an erasure does to a part: what one did for oneself goes, what one wrote with others loses one's name."""
    if part in _STAYS:
        return Fate.STAYS
    return Fate.NAMELESS if part in _NAMELESS else Fate.GOES


_GOES = (
    "Le compte est supprimé et ses sessions fermées. Les mots du journal d’audit partent\u00a0; ses lignes restent, "
    "sans personne, et leur enchaînement se vérifie encore. Ses documents personnels commencés sont supprimés."
)
_LOSES_THE_NAME = (
    "Ce qui a été écrit à plusieurs appartient au projet\u00a0: il reste, sans dire qui l’a écrit. Le nom et l’adresse "
    "sont ôtés des textes des autres. Cela part avec le dossier, comme tous les brouillons."
)
_PROVES = (
    "Un document finalisé ou signé ne peut pas être changé\u00a0: sa preuve serait détruite, pour tous les "
    "signataires. Il reste, avec le nom qu’il porte, aussi longtemps que l’établissement garde le document."
)
FATES: Mapping[Fate, tuple[str, str]] = {
    Fate.GOES: ("Ce qui est effacé", _GOES),
    Fate.NAMELESS: ("Ce qui reste sans son nom", _LOSES_THE_NAME),
    Fate.STAYS: ("Ce qui reste, et pourquoi", _PROVES),
}
"""What each fate is called, and what it means."""

_OTHERS = {
    "former_records": "Autres fiches réunies avec celle-ci",
    "entered": "Son inscription par une autre personne",
    "people_informed": "Personnes informées de leur inscription",
    "projects_begun": "Projets commencés",
    "teams": "Places dans les équipes",
    "invitations_made": "Invitations faites",
    "invitations_accepted": "Invitations acceptées",
    "drafts": "Dossiers commencés",
    "parts_given": "Parties confiées",
    "answers": "Réponses données en dernier",
    "answer_changes": "Toutes les réponses données",
    "files": "Fichiers joints",
    "comments_settled": "Commentaires réglés",
    "help_received": "Personnes nommées comme aidant à remplir",
    "documents_finalised": "Documents finalisés",
    "signatures_expected": "Signatures attendues",
    "signature_traces": "Adresse et navigateur des signatures",
    "document_events": "Actes au journal des documents",
    "letters_not_wanted": "Messages non voulus par courriel",
    "letters_pace": "Rythme choisi pour les nouvelles des projets",
    "data_copies": "Copie de ses données",
    "acts": "Ce que la personne a fait",
    "acts_on_them": "Ce qui a été fait à son sujet",
}
TITLES_OF_OTHERS: Mapping[str, str] = {**TITLES, **_OTHERS}
"""What each part is called where another person reads of them."""
