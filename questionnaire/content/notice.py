"""What a person entered by somebody else is told of it: every point of article 14 of the GDPR, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Role
from questionnaire.content.processing import BASES

OPERATOR = "l’équipe informatique"
UNKNOWN = "unknown"
"""Stands for the role of who entered somebody before that was kept."""

HELD = "vos prénom et nom, votre organisation, votre adresse et votre mobile s’ils sont connus, et vos rôles"
BASIS = BASES["interet_public"]

REQUESTS: Mapping[str, str] = {
    "rectification": "Corriger ce qui est gardé de moi",
    "opposition": "M’opposer à ce que mes données soient gardées",
    "effacement": "Effacer ce qui est gardé de moi",
}
"""What may be asked on one's page, by its code."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the notice says, under its title."""

    title: str
    text: str


def origin(role: str, day: str) -> str:
    """When data were entered and by whom: the role is told, never the name."""
    if role == UNKNOWN:
        return f"déjà présentes le {day}, saisies par une personne de l’établissement"
    return f"saisies le {day} par {_who(role)}"


def _who(role: str) -> str:
    return f"une personne qui a le rôle «\u00a0{ROLE_LABELS[Role(role)].lower()}\u00a0»" if role else OPERATOR


def notice(house: str, privacy: str, role: str, day: str) -> tuple[Point, ...]:
    """All the points, for somebody whom ``role`` entered on ``day``, as printed; ``privacy`` answers for data."""
    return (
        Point("Qui garde vos données", f"{house}. Pour toute question ou demande\u00a0: {privacy}."),
        Point("Quelles données", f"Ces données\u00a0: {HELD}. Rien d’autre ne vient de cette inscription."),
        Point("D’où viennent ces données", f"De l’établissement\u00a0: données {origin(role, day)}."),
        Point(
            "Pourquoi",
            "Vous reconnaître dans les projets menés en partenariat, vous y inviter, et préparer les documents où vous "
            f"avez une place. Base légale\u00a0: {BASIS}.",
        ),
        Point(
            "Qui les voit",
            "Les administrateurs de l’établissement, le référent partenariat, et les équipes de vos projets. Le "
            "logiciel ne les transmet à personne d’autre.",
        ),
        Point(
            "Combien de temps",
            "Tant que vous avez un rôle ou une place dans un projet, ou jusqu’à ce que vous en demandiez l’effacement. "
            "Un document signé garde le nom qu’il porte, aussi longtemps que l’établissement garde ce document.",
        ),
        Point(
            "Vos droits",
            "Vous pouvez demander à voir ces données, à les corriger, à les effacer ou à en limiter l’usage, et vous "
            "opposer à ce qu’elles soient gardées. Aucune décision n’est prise automatiquement. Vous pouvez adresser "
            "une réclamation à la CNIL (cnil.fr).",
        ),
    )
