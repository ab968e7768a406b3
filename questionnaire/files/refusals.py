"""Why a file is not taken: each code with the French sentence shown beside the field."""

from questionnaire.errors import QuestionnaireError
from questionnaire.spec.typography import typeset

REFUSALS = {
    "empty_file": "Ce fichier est vide. Vérifiez-le, puis choisissez-le de nouveau.",
    "too_large": "Ce fichier dépasse {most} Mo. Choisissez-en un plus petit, ou réduisez-le.",
    "type_not_accepted": "Ce fichier n’est pas d’un type accepté ici : {accepted}.",
    "convert_first": "Ce fichier n’est pas d’un type accepté ici. {advice}",
    "lying_name": "Le nom de ce fichier finit par « .{ending} », mais son contenu est d’un autre type ({real}). "
    "Enregistrez-le de nouveau depuis le logiciel qui l’a fait.",
    "damaged": "Ce fichier est abîmé ou incomplet ({real}). Enregistrez-le de nouveau, puis choisissez-le.",
    "image_too_large": "Cette image a trop de points : {most} millions au plus. Réduisez-la.",
    "image_too_small": "Cette image est trop petite : {least} points de côté au moins. Agrandissez-la.",
    "macros": "Ce fichier contient des macros ou des objets actifs. Enregistrez-le sans eux, ou en PDF.",
    "locked": "Ce fichier est protégé par un mot de passe. Enregistrez-le sans protection.",
}
"""Sentence by code. The codes are stable."""


class NotAccepted(QuestionnaireError):
    """A file is not taken; ``code`` says why, the message says it to the person."""

    def __init__(self, code: str, **marks: object) -> None:
        super().__init__(typeset(REFUSALS[code].format(**marks)))
        self.code = code
