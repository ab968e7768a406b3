"""``providers``: whether the identity providers answer, and whether what the file says of organisations holds."""

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.access.providers import Provider
from questionnaire.cli.setting_up import require_database
from questionnaire.config import Settings
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.entering.federating import bounds_of, named
from questionnaire.storage.transaction import reading
from questionnaire.web.desk import desk


@click.group("providers")
def providers() -> None:
    """Fournisseurs d’identité : les essayer."""


@providers.command("check")
@with_appcontext
def check() -> None:
    """Interroge chaque fournisseur de OIDC_FILE. Code de sortie 1 au premier défaut de l’un d’eux."""
    settings: Settings = current_app.config["SETTINGS"]
    require_database(settings)
    if not settings.providers:
        raise click.ClickException("OIDC_FILE ne déclare aucun fournisseur d’identité.")
    faults = 0
    for provider in settings.providers:
        found = _faults(provider)
        faults += len(found)
        for fault in found or ["en ordre."]:
            click.echo(f"{provider.name}\u00a0: {fault}")
        click.echo(f"  retour à déclarer\u00a0: {settings.public_url}/connexion/par/{provider.name}/retour")
    raise SystemExit(1 if faults else 0)


def _faults(provider: Provider) -> list[str]:
    from questionnaire.web.openid import OpenId  # noqa: PLC0415  # an extra, for installations that ask for it

    found: list[str] = []
    try:
        OpenId(provider).ready()
    except QuestionnaireError as error:
        found.append(str(error))
    with reading(desk().session) as session:
        try:
            places = bounds_of(session, provider).places
        except QuestionnaireError:
            return [*found, f"aucune organisation «\u00a0{provider.organisation}\u00a0», ou plusieurs."]
    wanted = sorted({rule.organisation for rule in provider.roles})
    return found + [
        f"l’organisation «\u00a0{words}\u00a0» d’un rôle n’est pas sous «\u00a0{provider.organisation}\u00a0»."
        for words in wanted
        if named(places, words) is None
    ]
