"""The roles: one set of codes for specs, database, rights and screens."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is, in a project or in an organisation. The codes are stored and written in specs."""

    PORTEUR_PROJET = "porteur_projet"
    COPILOTE = "copilote"
    PROFESSIONNEL_PARTENAIRE = "professionnel_partenaire"
    PATIENT_PARTENAIRE = "patient_partenaire"
    PROCHE_AIDANT_PARTENAIRE = "proche_aidant_partenaire"
    REPRESENTANT_USAGERS = "representant_usagers"
    MEMBRE_ASSOCIATION = "membre_association"
    REFERENT_PARTENARIAT = "referent_partenariat"
    QUALITE = "qualite"
    DIRECTION = "direction"
    SIEGE = "siege"
    REGION = "region"
    AUTEUR = "auteur"
    ADMIN = "admin"

    # Sets of roles are asked many times for each page; the hash of an Enum is a call of its own.
    __hash__ = str.__hash__


ROLE_LABELS: dict[Role, str] = {
    Role.PORTEUR_PROJET: "Porteur du projet",
    Role.COPILOTE: "Co-pilote",
    Role.PROFESSIONNEL_PARTENAIRE: "Professionnel du système de santé partenaire",
    Role.PATIENT_PARTENAIRE: "Patient partenaire",
    Role.PROCHE_AIDANT_PARTENAIRE: "Proche-aidant partenaire",
    Role.REPRESENTANT_USAGERS: "Représentant des usagers (RU)",
    Role.MEMBRE_ASSOCIATION: "Membre d’une association de patients ou d’usagers",
    Role.REFERENT_PARTENARIAT: "Référent partenariat",
    Role.QUALITE: "Département qualité",
    Role.DIRECTION: "Direction",
    Role.SIEGE: "Siège",
    Role.REGION: "Organisateur régional",
    Role.AUTEUR: "Auteur de formulaires",
    Role.ADMIN: "Administrateur technique",
}
"""What each role is called on screens and on paper."""
