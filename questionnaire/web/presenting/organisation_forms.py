"""The plain forms that change an organisation, filled with what is kept or with what was typed."""

from collections.abc import Mapping

from questionnaire.journeys.administration.organisations import Administered
from questionnaire.lifecycle import Keeping
from questionnaire.organisations import KIND_LABELS, SECTOR_LABELS, SETTINGS, Contact, kinds_under
from questionnaire.organisations.registering import Registered
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.organisations import setting_row
from questionnaire.web.screens import FieldGroup, Link, PlainField, PlainFormView

Faults = Mapping[str, str]

CONTACTS = {
    "help": (
        "Personne qui peut aider",
        "Son nom et ses coordonnées figurent au bas de chaque page et dans les messages.",
    ),
    "privacy": (
        "Protection des données",
        "Le délégué à la protection des données (DPO), pour les droits des personnes.",
    ),
}
SAVE = "Enregistrer"


def kept(opened: Administered) -> Registered:
    """What identifies an organisation, as it is kept."""
    place, record = opened.organisation, opened.record
    return Registered(
        place.name, place.kind, place.sector, place.timezone, place.department, record.finess, record.address
    )


def said(opened: Administered) -> dict[str, str]:
    """The settings that an organisation says itself, in words; empty where those above say them."""
    values = {name: getattr(opened.record.own.settings, name) for name in SETTINGS}
    return {name: "" if value is None else SETTINGS[name].show(value) for name, value in values.items()}


def alt_of(opened: Administered) -> str:
    """What the organisation's own logo shows, in words."""
    logo = opened.record.own.logo
    return logo.alt if logo else ""


def adding(opened: Administered, typed: Registered, faults: Faults) -> PlainFormView:
    """Found an organisation under this one."""
    place = opened.organisation
    kinds = tuple((str(kind), KIND_LABELS[kind]) for kind in kinds_under(place.kind))
    level = PlainField("kind", "Niveau", typed.kind, "select", error=faults.get("kind", ""), options=kinds)
    only_services = [name for name, _ in kinds] == ["service"]
    fields = (level, *_identity_fields(typed, faults, service=only_services))
    return _form(opened, f"Ajouter sous {place.name}", (FieldGroup("", fields),), "Créer l’organisation")


def identity(opened: Administered, typed: Registered, faults: Faults) -> PlainFormView:
    """Change what identifies an organisation."""
    service = opened.organisation.within is not None
    lead = "Le champ, le fuseau horaire et le département sont ceux de l’établissement." if service else ""
    fields = _identity_fields(typed, faults, service=service)
    return _form(opened, "Modifier l’identité", (FieldGroup("", fields),), SAVE, lead)


def contacts(opened: Administered, typed: Mapping[str, Contact | None], faults: Faults) -> PlainFormView:
    """Say who helps, and who answers for personal data."""
    groups = tuple(
        FieldGroup(title, _contact_fields(use, typed.get(use), faults), lead) for use, (title, lead) in CONTACTS.items()
    )
    lead = "Laissez vide pour reprendre ce que dit l’organisation au-dessus."
    return _form(opened, "Modifier les contacts", groups, SAVE, lead)


def look(opened: Administered, colour: str, alt: str, faults: Faults) -> PlainFormView:
    """Choose the colour and the logo."""
    own = opened.record.own
    accent = PlainField(
        "accent",
        "Couleur de l’organisation",
        colour or opened.organisation.profile.accent or "#5a2a58",
        "color",
        "En tête des pages et des documents. Elle doit se lire sur fond blanc.",
        faults.get("accent", ""),
    )
    no_accent = PlainField(
        "no_accent",
        "Pas de couleur propre\u00a0: celle du niveau au-dessus",
        control="check",
        checked=own.accent is None,
    )
    logo = PlainField(
        "logo",
        "Remplacer le logo" if own.logo else "Logo",
        control="file",
        hint="Image PNG ou JPEG, 2\u00a0Mo au plus. Elle est réduite et posée sur fond blanc.",
        error=faults.get("logo", ""),
        accept="image/png,image/jpeg",
    )
    shows = PlainField(
        "alt",
        "Ce que montre le logo",
        alt,
        hint="Pour les personnes qui ne le voient pas. Laissez vide s’il ne montre que le nom, écrit à côté.",
        error=faults.get("alt", ""),
    )
    no_logo = PlainField("no_logo", "Retirer le logo", control="check")
    pictures = (logo, shows, no_logo) if own.logo else (logo, shows)
    groups = (FieldGroup("Couleur", (accent, no_accent)), FieldGroup("Logo", pictures))
    return _form(opened, "Modifier l’apparence", groups, SAVE, brings_files=True)


def settings(opened: Administered, typed: Mapping[str, str], faults: Faults, default: Keeping) -> PlainFormView:
    """Say the settings; each tells what holds today and who says it."""
    fields = tuple(_setting(opened, name, typed.get(name, ""), faults.get(name, ""), default) for name in SETTINGS)
    lead = "Une case vide laisse décider l’organisation au-dessus, et à la fin l’installation."
    return _form(opened, "Modifier les réglages", (FieldGroup("", fields),), SAVE, lead)


def _setting(opened: Administered, name: str, value: str, error: str, default: Keeping) -> PlainField:
    setting, row = SETTINGS[name], setting_row(opened, name, default)
    hint = f"{setting.hint} Aujourd’hui\u00a0: {row.value} ({row.origin})."
    options = (("", "Comme au-dessus"), *setting.choices) if setting.choices else ()
    return PlainField(name, setting.label, value, "select" if options else "text", hint, error, options)


def _identity_fields(typed: Registered, faults: Faults, *, service: bool) -> tuple[PlainField, ...]:
    name = PlainField("name", "Nom", typed.name, error=faults.get("name", ""))
    postal = PlainField(
        "address", "Adresse postale (facultatif)", typed.address, "textarea", error=faults.get("address", "")
    )
    if service:
        return name, postal
    sectors = tuple(SECTOR_LABELS.items())
    department = "Son numéro\u00a0: 69, 2A ou 974."
    finess = "Neuf chiffres. Sa clé est vérifiée."
    return (
        name,
        PlainField(
            "sector",
            "Champ",
            typed.sector,
            "select",
            "Il choisit les mots des documents.",
            faults.get("sector", ""),
            sectors,
        ),
        PlainField(
            "department", "Département (facultatif)", typed.department, "text", department, faults.get("department", "")
        ),
        PlainField("finess", "Numéro FINESS (facultatif)", typed.finess, "text", finess, faults.get("finess", "")),
        postal,
        PlainField("timezone", "Fuseau horaire", typed.timezone, "text", "", faults.get("timezone", "")),
    )


def _contact_fields(use: str, contact: Contact | None, faults: Faults) -> tuple[PlainField, ...]:
    shown = contact or Contact("")
    hint = "Avec la fonction\u00a0: Irène Caron, référente partenariat."
    return (
        PlainField(f"{use}_name", "Nom", shown.name, "text", hint, faults.get(f"{use}_name", "")),
        PlainField(f"{use}_phone", "Téléphone", shown.phone, "tel", "", faults.get(f"{use}_phone", "")),
        PlainField(f"{use}_email", "Adresse électronique", shown.email, "email", "", faults.get(f"{use}_email", "")),
    )


def _form(
    opened: Administered,
    title: str,
    groups: tuple[FieldGroup, ...],
    save: str,
    lead: str = "",
    *,
    brings_files: bool = False,
) -> PlainFormView:
    place = opened.organisation
    back = Link(f"Revenir à {place.name}", address("organisations.organisation", organisation_id=place.id))
    return PlainFormView(title, groups, save, back, lead, brings_files)
