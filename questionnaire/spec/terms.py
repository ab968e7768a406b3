"""The words that change with the sector: patient partenaire, or personne accompagnée partenaire."""

from collections.abc import Mapping

SETTINGS = ("etablissement", "contact_dpo", "document_valeurs")
"""Names of settings of the establishment that texts may quote."""

SECTOR = "secteur"
"""The setting that chooses the column of phrases, and the question by which a document may choose another."""

SECTORS = ("sanitaire", "medico_social", "social")

_PHRASES = {
    "pp": ("patient partenaire", "personne accompagnée partenaire"),
    "pps": ("patients partenaires", "personnes accompagnées partenaires"),
    "le_pp": ("le patient partenaire", "la personne accompagnée partenaire"),
    "Le_pp": ("Le patient partenaire", "La personne accompagnée partenaire"),
    "un_pp": ("un patient partenaire", "une personne accompagnée partenaire"),
    "du_pp": ("du patient partenaire", "de la personne accompagnée partenaire"),
    "au_pp": ("au patient partenaire", "à la personne accompagnée partenaire"),
    "les_pps": ("les patients partenaires", "les personnes accompagnées partenaires"),
    "des_pps": ("des patients partenaires", "des personnes accompagnées partenaires"),
    "ppr": ("patient partenaire ressource", "personne accompagnée partenaire ressource"),
    "le_ppr": ("le patient partenaire ressource", "la personne accompagnée partenaire ressource"),
    "usager": ("personne en soin", "personne accompagnée"),
    "usagers": ("personnes en soin", "personnes accompagnées"),
    "cdu": ("Commission des usagers (CDU)", "Conseil de la vie sociale (CVS)"),
}
"""Whole phrases, sanitaire then médico-social ou social: agreement forbids joining an article to a noun."""

_USUAL = {"contact_dpo": "la personne déléguée à la protection des données de l’établissement"}
"""What a setting reads where the establishment gave none."""

TERMS = frozenset(_PHRASES) | frozenset(SETTINGS)
"""Every name that a text may use as ``{name}``."""


def resolve_term(name: str, settings: Mapping[str, str]) -> str:
    """The phrase that ``{name}`` stands for, given the settings of an establishment.

    A setting of that name comes first: an establishment may have its own words. ``secteur`` chooses the
    column; any value other than ``medico_social`` or ``social``, or none, means sanitaire. A setting that is
    not given reads ``[name]``, which is seen and mended rather than missed.
    """
    if name in settings:
        return settings[name]
    if name in _USUAL:
        return _USUAL[name]
    if name not in _PHRASES:
        return f"[{name}]"
    sanitaire, medico_social = _PHRASES[name]
    return medico_social if settings.get(SECTOR) in ("medico_social", "social") else sanitaire
