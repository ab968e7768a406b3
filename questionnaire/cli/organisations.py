"""``organisations``: the tree, founding one, changing one, for the operator of the installation."""

from dataclasses import replace

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.setting_up import require_database
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.administration import organisations as journey
from questionnaire.journeys.administration import profiles
from questionnaire.organisations import KIND_LABELS, SECTOR_LABELS, SETTINGS, OrganisationKind
from questionnaire.organisations.registering import Registered
from questionnaire.web.desk import desk

_KINDS = click.Choice([str(kind) for kind in OrganisationKind])
_SECTORS = click.Choice(list(SECTOR_LABELS))


@click.group("organisations")
def organisations() -> None:
    """Organisations : l’arbre, en créer, en changer."""


@organisations.command("list")
@with_appcontext
def list_() -> None:
    """Montre l’arbre des organisations, avec leurs identifiants."""
    require_database(current_app.config["SETTINGS"])
    for branch in journey.tree(desk(), None):
        place = branch.organisation
        archived = " – archivé" if place.archived else ""
        click.echo(f"{'  ' * branch.depth}{place.name} ({KIND_LABELS[place.kind]}{archived})  {place.id}")


@organisations.command("add")
@click.argument("name")
@click.option("--kind", type=_KINDS, default="etablissement", show_default=True, help="Le niveau.")
@click.option("--under", default="", help="Nom ou identifiant de l’organisation qui est au-dessus.")
@click.option("--sector", type=_SECTORS, default="sanitaire", show_default=True, help="Le champ.")
@click.option("--timezone", default="", help="Le fuseau horaire (Europe/Paris par défaut).")
@click.option("--department", default="", help="Le numéro du département.")
@click.option("--finess", default="", help="Le numéro FINESS.")
@click.option("--address", default="", help="L’adresse postale.")
@with_appcontext
def add(name: str, under: str, **words: str) -> None:
    """Crée une organisation et écrit son identifiant."""
    require_database(current_app.config["SETTINGS"])
    try:
        above = journey.by_name(desk(), under).id if under else None
        click.echo(journey.found(desk(), None, above, Registered.of(name=name, **words)))
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error


@organisations.command("set")
@click.argument("organisation")
@click.option("--name", help="Le nom.")
@click.option("--sector", type=_SECTORS, help="Le champ.")
@click.option("--timezone", help="Le fuseau horaire.")
@click.option("--department", help="Le numéro du département.")
@click.option("--finess", help="Le numéro FINESS.")
@click.option("--address", help="L’adresse postale.")
@click.option("--accent", help="La couleur, #rrggbb\u00a0; vide\u00a0: celle du niveau au-dessus.")
@click.option("--setting", multiple=True, help="NOM=VALEUR\u00a0; sans valeur, le niveau au-dessus décide.")
@click.option("--archive/--restore", "archived", default=None, help="Archive, ou rétablit.")
@with_appcontext
def set_(
    organisation: str, accent: str | None, setting: tuple[str, ...], *, archived: bool | None, **words: str | None
) -> None:
    """Change une organisation, donnée par son nom ou son identifiant."""
    require_database(current_app.config["SETTINGS"])
    try:
        place = journey.by_name(desk(), organisation)
        said = {name: text for name, text in words.items() if text is not None}
        if said:
            _identify(place.id, said)
        if accent is not None:
            profiles.set_accent(desk(), None, place.id, accent)
        if setting:
            profiles.set_settings(desk(), None, place.id, dict(map(_named, setting)))
        if archived is not None:
            (journey.archive if archived else journey.restore)(desk(), None, place.id)
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error


def _identify(organisation_id: str, said: dict[str, str]) -> None:
    kept = journey.administered(desk(), None, organisation_id).record
    place = kept.organisation
    now = Registered(place.name, place.kind, place.sector, place.timezone, place.department, kept.finess, kept.address)
    changed = Registered.of(**{name: said.get(name, getattr(now, name)) for name in Registered.__slots__})
    journey.change(desk(), None, organisation_id, replace(changed, kind=place.kind))


def _named(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    if name not in SETTINGS:
        known = ", ".join(SETTINGS)
        raise click.ClickException(f"Il n’y a pas de réglage «\u00a0{name}\u00a0». Connus\u00a0: {known}.")
    return name, value
