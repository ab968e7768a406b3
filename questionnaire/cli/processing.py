"""``forms processing``: the register of processing, as its page."""

import click

from questionnaire.cli.shelf import settings_here
from questionnaire.content.processing import register
from questionnaire.spec import catalogue_of


@click.command("processing")
def processing_command() -> None:
    """Écrit le registre des traitements des formulaires de FORMS_PATH, pour le délégué à la protection des données."""
    click.echo(register(catalogue_of(settings_here().forms_path).currents()), nl=False)
