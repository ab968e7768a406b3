"""``forms response`` and ``forms answers``: a file of answers as a QuestionnaireResponse of FHIR, and back."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from questionnaire.cli.filling import write_file
from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.filling import Context, fill, from_sheet
from questionnaire.interchange import fhir
from questionnaire.interchange.remarking import Refused
from questionnaire.spec import Catalogue
from questionnaire.spec.articles import UNNAMED

_INPUT = click.Path(path_type=Path, exists=True, dir_okay=False)
_OUTPUT = click.Path(path_type=Path, dir_okay=False)


@click.command("response")
@click.argument("name")
@click.argument("answers", type=_INPUT)
@click.option("--to", "output", type=_OUTPUT, required=True, help="Le fichier à écrire (.json).")
def response_command(name: str, answers: Path, output: Path) -> None:
    """Écrit un fichier de réponses (JSON) comme une QuestionnaireResponse de FHIR.

    Ne sont écrites que les réponses qui comptent : celles des questions posées. Les fichiers joints sont nommés.
    """
    settings = settings_here()
    form = form_named(name, Catalogue.read(settings.forms_path))
    given, problems = from_sheet(form, _sheet(answers))
    context = Context(datetime.now(UTC), settings.timezone, settings={"etablissement": UNNAMED})
    filled = fill(form, given, context)
    for problem in (*problems, *filled.problems):
        click.echo(f"{problem.path}: {problem.code} {problem.message}", err=True)
    write_file(output, fhir.response_of(filled).encode())


@click.command("answers")
@click.argument("name")
@click.argument("response", type=_INPUT)
@click.option("--to", "output", type=_OUTPUT, required=True, help="Le fichier à écrire (.json).")
def answers_command(name: str, response: Path, output: Path) -> None:
    """Lit une QuestionnaireResponse de FHIR et écrit ses réponses (JSON), telles que « forms fill » les lit.

    Ce qui n’a pas de place dans le formulaire est dit, une ligne par remarque.
    """
    form = form_named(name, Catalogue.read(settings_here().forms_path))
    with response.open("rb") as file:
        content = file.read(fhir.LARGEST + 1)
    try:
        found = fhir.read_response(content, form)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    for remark in found.remarks:
        click.echo(str(remark), err=True)
    write_file(output, (json.dumps(found.sheet, ensure_ascii=False, indent=2) + "\n").encode())


def _sheet(path: Path) -> dict[str, Any]:
    try:
        sheet = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise click.ClickException(f"{path} n’est pas un fichier JSON lisible\u00a0: {error}") from error
    if not isinstance(sheet, dict):
        raise click.ClickException(f"{path} doit contenir un objet\u00a0: un nom de question, une réponse.")
    return sheet
