"""The parts that people play in a project, and how each is called on documents."""

ROLES = {
    "porteur_projet": "Porteur du projet",
    "copilote": "Co-pilote",
    "professionnel_partenaire": "Professionnel du système de santé partenaire",
    "patient_partenaire": "Patient partenaire",
    "proche_aidant_partenaire": "Proche-aidant partenaire",
    "representant_usagers": "Représentant des usagers (RU)",
    "membre_association": "Membre d’une association de patients ou d’usagers",
    "referent_partenariat": "Référent partenariat",
    "qualite": "Département qualité",
    "direction": "Direction",
    "siege": "Siège",
}
"""Name and label of every role."""
