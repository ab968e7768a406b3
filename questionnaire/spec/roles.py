"""The parts that people play in a project, and how each is called on documents."""

ROLES = {
    "porteur_projet": "Porteur du projet",
    "professionnel_partenaire": "Professionnel du système de santé partenaire",
    "patient_partenaire": "Patient partenaire",
    "proche_aidant_partenaire": "Proche-aidant partenaire",
    "representant_usagers": "Représentant des usagers (RU)",
    "membre_association": "Membre d’une association de patients ou d’usagers",
    "benevole_associatif": "Bénévole associatif",
    "aidant": "Aidant",
    "referent_partenariat": "Référent partenariat (GHU / établissement)",
    "qualite": "Département qualité",
    "direction": "Direction",
    "siege": "Siège",
    "autre": "Autre",
}
"""Name and label of every role."""
