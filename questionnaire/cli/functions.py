"""``forms functions``: the functions of expressions, as the page of the authors' guide."""

import click

from questionnaire.expressions.functions import GROUPS
from questionnaire.expressions.functions.guide import guide


@click.command("functions")
def functions_command() -> None:
    """Écrit la page des fonctions des expressions (docs/authors/functions.md)."""
    click.echo(guide(GROUPS), nl=False)
