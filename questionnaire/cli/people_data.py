"""``people export``: all that is kept of a person, for them."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from questionnaire.cli.people import find, told
from questionnaire.journeys import own_data
from questionnaire.web.desk import desk


@click.command("export")
@click.argument("person")
@click.option(
    "--json", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Le fichier à écrire."
)
@with_appcontext
def export(person: str, output: Path) -> None:
    """Écrit tout ce qui est gardé d’une personne, donnée par son identifiant ou son adresse."""
    with told():
        output.write_text(own_data.take_for(desk(), None, find(person)), encoding="utf-8")
    click.echo(f"Écrit\u00a0: {output}")
