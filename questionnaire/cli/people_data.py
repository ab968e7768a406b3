"""``people export`` and ``people erase``: all that is kept of a person, for them; none of it any more."""

from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import with_appcontext

from questionnaire.cli.people import find, told
from questionnaire.content.fates import FATES, TITLES_OF_OTHERS
from questionnaire.journeys.personal import erasing, own_data
from questionnaire.journeys.personal.erasing import Erasure
from questionnaire.web.desk import blobs, desk
from questionnaire.web.presenting.erasure import warnings


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


@click.command("erase")
@click.argument("person")
@click.option("--preview", is_flag=True, help="Dit ce qui serait effacé, et n’efface rien.")
@click.option("--yes", is_flag=True, help="N’attend pas de confirmation.")
@with_appcontext
def erase(person: str, *, preview: bool, yes: bool) -> None:
    """Efface une personne\u00a0: ses données partent, les documents signés restent."""
    with told():
        person_id = find(person)
        found = erasing.preview(desk(), None, person_id)
        click.echo("\n".join(_said(found)))
        if preview:
            return
        if not yes:
            click.confirm("Effacer cette personne pour toujours\u00a0?", abort=True)
        erasing.erase(desk(), None, person_id, blobs())
    click.echo("La personne est effacée.")


def _said(found: Erasure) -> Iterator[str]:
    yield found.record.person.name
    yield from warnings(found)
    for fate, (title, _) in FATES.items():
        yield f"{title}\u00a0:"
        yield from (f"  {TITLES_OF_OTHERS[part]}\u00a0: {many}" for part, many in found.parts[fate].items())
