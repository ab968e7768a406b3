"""Organisations as their administrator reads them: the tree, one of them, what holds there and who says it."""

from collections.abc import Sequence

from questionnaire.journeys.administration.organisations import Administered, Branch
from questionnaire.lifecycle import Keeping
from questionnaire.organisations import KIND_LABELS, SECTOR_LABELS, SETTINGS, Contact, Organisation, kinds_under
from questionnaire.organisations.looks import contrast
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.shell import logo_view
from questionnaire.web.screens import (
    BranchView,
    Fact,
    Link,
    Notice,
    OrganisationsView,
    OrganisationView,
    Post,
    SettingRow,
)

INSTALLATION = "Installation"
"""Who says what no organisation says."""
NOT_SAID = "Non renseigné"


def organisations_view(branches: Sequence[Branch], notice: Notice | None) -> OrganisationsView:
    """The tree of organisations."""
    return OrganisationsView(
        title="Organisations",
        lead="Ce que dit un groupe vaut pour ses établissements et leurs services, sauf s’ils disent autre chose.",
        branches=_nested(branches, 0),
        notice=notice,
    )


def _nested(branches: Sequence[Branch], depth: int) -> tuple[BranchView, ...]:
    starts = [index for index, branch in enumerate(branches) if branch.depth == depth]
    ends = [*starts[1:], len(branches)]
    return tuple(
        _branch(branches[start].organisation, _nested(branches[start + 1 : end], depth + 1))
        for start, end in zip(starts, ends, strict=False)
    )


def _branch(place: Organisation, under: tuple[BranchView, ...] = ()) -> BranchView:
    link = Link(place.name, address("organisations.organisation", organisation_id=place.id))
    return BranchView(link, described(place), under)


def described(place: Organisation) -> str:
    """« Établissement, médico-social – archivé »."""
    sector = "" if place.within else f", {SECTOR_LABELS.get(place.sector, place.sector).lower()}"
    return f"{KIND_LABELS[place.kind]}{sector}{' – archivé' if place.archived else ''}"


def organisation_view(opened: Administered, default: Keeping, notice: Notice | None) -> OrganisationView:
    """The page of one organisation; ``default`` is how long drafts are kept where nobody says."""
    place, profile = opened.organisation, opened.organisation.profile
    where = {"organisation_id": place.id}
    logo = logo_view(profile.logo)
    return OrganisationView(
        title=place.name,
        kind=described(place),
        notice=notice,
        identity=_identity(opened),
        contacts=(
            Fact("Personne qui peut aider", _contact(profile.help) + _from(opened, "help")),
            Fact("Protection des données", _contact(profile.privacy) + _from(opened, "privacy")),
        ),
        looks=(
            Fact("Couleur", _colour(profile.accent) + _from(opened, "accent")),
            Fact("Logo", ("Présent" if logo else NOT_SAID) + _from(opened, "logo")),
        ),
        logo_url=logo.url if logo else "",
        logo_alt=(logo.alt or f"Logo de {place.name}") if logo else "",
        settings=tuple(setting_row(opened, name, default) for name in SETTINGS),
        under=tuple(map(_branch, opened.under)),
        under_title="Ce qui en dépend",
        add=Link("Ajouter une organisation", address("organisations.add", **where))
        if kinds_under(place.kind) and not place.archived
        else None,
        change=(
            Link("Modifier l’identité", address("organisations.identity", **where)),
            Link("Modifier les contacts", address("organisations.contacts", **where)),
            Link("Modifier l’apparence", address("organisations.look", **where)),
            Link("Modifier les réglages", address("organisations.settings", **where)),
        ),
        archive=Post("Rétablir cette organisation", address("organisations.restore", **where))
        if place.archived
        else Post("Archiver cette organisation", address("organisations.archive", **where)),
    )


def setting_row(opened: Administered, name: str, default: Keeping) -> SettingRow:
    """What a setting is here, and who says it."""
    setting = SETTINGS[name]
    for said in opened.lineage:
        value = getattr(said.own.settings, name)
        if value is not None:
            return SettingRow(setting.label, setting.show(value), said.name)
    own = {"draft_months": default.life, "draft_notice_months": default.notice}
    shown = setting.show(own.get(name, setting.default))
    return SettingRow(setting.label, shown or "aucune", INSTALLATION)


def _identity(opened: Administered) -> tuple[Fact, ...]:
    place, record = opened.organisation, opened.record
    facts = [
        Fact("Niveau", KIND_LABELS[place.kind]),
        Fact("Champ", SECTOR_LABELS.get(place.sector, place.sector)),
        Fact("Département", place.department or NOT_SAID),
        Fact("Fuseau horaire", place.timezone),
        Fact("Adresse", record.address or NOT_SAID),
    ]
    return (*facts, Fact("Numéro FINESS", record.finess)) if record.finess else tuple(facts)


def _contact(contact: Contact | None) -> str:
    if contact is None:
        return NOT_SAID
    return ", ".join(filter(None, (contact.name, contact.phone.replace(" ", "\u00a0"), contact.email)))


def _colour(accent: str | None) -> str:
    if accent is None:
        return "Celle du produit"
    ratio = f"{contrast(accent, '#ffffff'):.1f}".replace(".", ",")
    return f"{accent} (contraste de {ratio} sur blanc)"


def _from(opened: Administered, name: str) -> str:
    """« – dit par GHU Nord », where somebody above says it."""
    for rank, said in enumerate(opened.lineage):
        if getattr(said.own, name) is not None:
            return f" – dit par {said.name}" if rank else ""
    return ""
