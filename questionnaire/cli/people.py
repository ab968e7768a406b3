"""``people``: who may do what."""

import click

from questionnaire.access.guide import guide


@click.group("people")
def people() -> None:
    """Personnes : ce que chaque rôle peut faire."""


@people.command("rights")
def rights() -> None:
    """Écrit la page des droits, telle que l’application les applique."""
    click.echo(guide(), nl=False)
