"""``forms export``: a form as a spreadsheet for the ODK tools, with the lists that stand in files."""

from pathlib import Path

import click

from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.exchange.workbooks import workbook
from questionnaire.interchange.xlsform import Refused, export_form
from questionnaire.spec import Catalogue


@click.command("export")
@click.argument("name")
@click.option(
    "--to",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Le classeur à écrire (.xlsx).",
)
def export_command(name: str, output: Path) -> None:
    """Écrit un formulaire en XLSForm, pour les outils ODK ; « forms import » le relit tel qu’il était.

    Ce que ces outils ne savent pas faire est dit, une ligne par remarque.
    """
    form = form_named(name, Catalogue.read(settings_here().forms_path))
    try:
        found = export_form(form)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    files = {output.with_name(file): text.encode() for file, text in found.files.items()}
    there = next((path for path in files if path.exists() and path.read_bytes() != files[path]), None)
    if there is not None:
        raise click.ClickException(f"{there} existe déjà\u00a0: rien n’a été écrit.")
    try:
        for path, content in {output: workbook(found.sheets), **files}.items():
            path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output} ne peut pas être écrit\u00a0: {error.strerror}.") from error
    for remark in found.remarks:
        click.echo(remark, err=True)
    click.echo("\n".join(map(str, (output, *files))))
