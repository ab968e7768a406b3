"""``forms export``: a form as a spreadsheet for the ODK tools, or for FHIR, with the lists that stand in files."""

from collections.abc import Mapping
from pathlib import Path

import click

from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.exchange.workbooks import workbook
from questionnaire.interchange import fhir, xlsform
from questionnaire.interchange.remarking import Refused
from questionnaire.spec import Catalogue, Form


@click.command("export")
@click.argument("name")
@click.option(
    "--to",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Le fichier à écrire\u00a0: un classeur (.xlsx), ou du FHIR (.json).",
)
def export_command(name: str, output: Path) -> None:
    """Écrit un formulaire en XLSForm, pour les outils ODK, ou en FHIR ; « forms import » le relit tel qu’il était.

    Ce que les autres outils ne savent pas faire est dit, une ligne par remarque.
    """
    form = form_named(name, Catalogue.read(settings_here().forms_path))
    try:
        written, files, remarks = _written(form, output)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    there = next((path for path in files if path.exists() and path.read_bytes() != files[path]), None)
    if there is not None:
        raise click.ClickException(f"{there} existe déjà\u00a0: rien n’a été écrit.")
    try:
        for path, content in {output: written, **files}.items():
            path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output} ne peut pas être écrit\u00a0: {error.strerror}.") from error
    for remark in remarks:
        click.echo(remark, err=True)
    click.echo("\n".join(map(str, (output, *files))))


def _written(form: Form, output: Path) -> tuple[bytes, dict[Path, bytes], tuple[str, ...]]:
    """The file, those that go beside it, and what is to be said."""
    if output.suffix.lower() == ".json":
        resource = fhir.export_form(form)
        return resource.resource.encode(), _beside(output, resource.files), resource.remarks
    book = xlsform.export_form(form)
    return workbook(book.sheets), _beside(output, book.files), book.remarks


def _beside(output: Path, files: Mapping[str, str]) -> dict[Path, bytes]:
    return {output.with_name(name): text.encode() for name, text in files.items()}
