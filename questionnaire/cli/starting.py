"""``forms new``: a small form to start from, with an example, in its own folder."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from questionnaire.cli.shelf import settings_here
from questionnaire.spec.catalogue import NOT_FORMS
from questionnaire.spec.faults import Faults
from questionnaire.spec.naming import check_name
from questionnaire.spec.nodes import START, Scalar
from questionnaire.spec.starter import starter

SCHEMA = "schema.json"
MODELINE = f"# yaml-language-server: $schema=../{SCHEMA}\n"
EXAMPLE = "examples/complet.json"
ANSWERS = {"jour": "2026-02-03", "difficulte": "oui", "difficulte_detail": "Une porte trop lourde."}
ADVICE = (
    "Un formulaire pour commencer : changez ce qui doit l'être, "
    "puis vérifiez-le avec « forms check » et « forms test »."
)


@click.command("new")
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Le dossier des formulaires (par défaut, le premier de FORMS_PATH).",
)
def new(name: str, folder: Path | None) -> None:
    """Commence un formulaire : un fichier court et valable, avec un exemple de réponses."""
    _require_name(name)
    place = (folder or settings_here().forms_path[0]) / name
    spec = place / f"{datetime.now(UTC).year}-1.yaml"
    try:
        _write(spec, name)
    except FileExistsError as error:
        raise click.ClickException(f"{place} existe déjà\u00a0: rien n’a été écrit.") from error
    except OSError as error:
        raise click.ClickException(f"{place} ne peut pas être écrit\u00a0: {error.strerror}.") from error
    click.echo(f"{spec}\u00a0: à vous. Vérifiez-le avec «\u00a0forms check\u00a0» et «\u00a0forms test {name}\u00a0».")


def _require_name(name: str) -> None:
    faults = Faults(name)
    if not check_name(Scalar(name, START), faults):
        said = [f"{fault.message} {fault.remedy}" for fault in faults.found]
        raise click.ClickException("\n".join(said) or "Donnez un nom au formulaire.")
    if name in NOT_FORMS:
        raise click.ClickException(f"«\u00a0{name}\u00a0» est un dossier de parties communes. Choisissez un autre nom.")


def _write(spec: Path, name: str) -> None:
    """The folder is made anew: what is there already is nobody's to change."""
    spec.parent.mkdir()
    head = MODELINE if (spec.parent.parent / SCHEMA).is_file() else ""
    spec.write_text(head + starter(name, ADVICE, EXAMPLE), encoding="utf-8")
    example = spec.parent / EXAMPLE
    example.parent.mkdir()
    example.write_text(json.dumps(ANSWERS, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
