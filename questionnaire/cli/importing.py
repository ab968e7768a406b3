"""``forms import``: a form from a spreadsheet or from FHIR, in its own folder, with the lists that stand in files."""

from datetime import UTC, datetime
from pathlib import Path

import click

from questionnaire.cli.shelf import settings_here
from questionnaire.cli.starting import MODELINE, SCHEMA
from questionnaire.interchange import fhir, xlsform
from questionnaire.interchange.imported import Imported
from questionnaire.interchange.remarking import Refused
from questionnaire.spec.catalogue import NOT_FORMS
from questionnaire.spec.table_files import SHARED


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Le dossier des formulaires (par défaut, le premier de FORMS_PATH).",
)
@click.option(
    "--language", default="", help="La langue à reprendre (par défaut, le français, sinon celle du classeur)."
)
def import_command(file: Path, folder: Path | None, language: str) -> None:
    """Reprend un formulaire XLSForm (.xlsx, .xls, .ods) ou FHIR (.json) : écrit son YAML, dit tout ce qui a changé.

    Une ligne par remarque, avec la feuille, la ligne et la colonne, ou l’élément. Code de sortie 1 si le fichier est
    refusé.
    """
    place = folder or settings_here().forms_path[0]
    try:
        found = _read(file, language)
    except Refused as refusal:
        for remark in refusal.remarks:
            click.echo(str(remark), err=True)
        raise click.ClickException("Rien n’a été écrit.") from refusal
    for remark in found.remarks:
        click.echo(str(remark), err=True)
    spec = _written(found, place)
    click.echo(f"{spec}\u00a0: à vous. Relisez-le, puis vérifiez-le avec «\u00a0forms check {spec.parent}\u00a0».")


def _read(file: Path, language: str) -> Imported:
    if file.suffix.lower() == ".json":
        return fhir.import_form(_content(file), file.stem, lambda name: _beside(file, name))
    return xlsform.import_form(_content(file), file.stem, lambda name: _beside(file, name), language)


def _content(path: Path) -> bytes:
    """No more than can be read."""
    with path.open("rb") as file:
        return file.read(max(xlsform.LARGEST, fhir.LARGEST) + 1)


def _beside(workbook: Path, name: str) -> bytes | None:
    """A file of the workbook's own folder."""
    path = workbook.parent / Path(name).name
    return path.read_bytes() if path.is_file() else None


def _written(found: Imported, folder: Path) -> Path:
    """The file of the form; one that is there already is nobody's to change."""
    if found.name in NOT_FORMS or found.name == SHARED:
        raise click.ClickException(
            f"«\u00a0{found.name}\u00a0» est un dossier de parties communes. Changez le nom du formulaire."
        )
    spec = folder / found.name / f"{found.version or f'{datetime.now(UTC).year}-1'}.yaml"
    head = MODELINE if (folder / SCHEMA).is_file() else ""
    texts = {spec: head + found.yaml, **{spec.with_name(name): text for name, text in found.files.items()}}
    there = next((path for path in texts if path.exists()), None)
    if there is not None:
        raise click.ClickException(f"{there} existe déjà\u00a0: rien n’a été écrit.")
    try:
        spec.parent.mkdir(exist_ok=True)
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{spec} ne peut pas être écrit\u00a0: {error.strerror}.") from error
    return spec
