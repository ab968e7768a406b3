"""``audit``: whether the chains of the audit log hold; its lines, for the operator of the installation."""

from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.setting_up import require_database
from questionnaire.journeys.auditing import cells, check
from questionnaire.storage import deeds
from questionnaire.storage.deeds import Sought
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading
from questionnaire.web.desk import desk


@click.group("audit")
def audit() -> None:
    """Journal d’audit : vérifier, lire."""


@audit.command("verify")
@with_appcontext
def verify() -> None:
    """Vérifie l’enchaînement de toutes les lignes. Code de sortie 1 s’il est rompu."""
    require_database(current_app.config["SETTINGS"])
    session = desk().session
    with reading(session):
        broken = [each for each in check(session, whole_perimeter(session)) if each.broken_at is not None]
    for each in broken:
        click.echo(f"Organisation {each.organisation_id}\u00a0: rompu à la ligne {each.broken_at}.")
    click.echo(f"{len(broken)} anomalie(s)." if broken else "Le journal d’audit est intègre.")
    raise SystemExit(1 if broken else 0)


@audit.command("list")
@click.option("--search", default="", help="Un nom ou un document.")
@click.option("--last", default=50, show_default=True, type=click.IntRange(1), help="Nombre de lignes.")
@with_appcontext
def list_(search: str, last: int) -> None:
    """Montre les dernières lignes, la plus récente d’abord."""
    settings = current_app.config["SETTINGS"]
    require_database(settings)
    session = desk().session
    zone: ZoneInfo = settings.timezone
    with reading(session):
        for found in deeds.search(session, whole_perimeter(session), Sought(words=search), last):
            click.echo("  ".join(cell for cell in cells(found, zone) if cell))
