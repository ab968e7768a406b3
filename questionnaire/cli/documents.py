"""``documents verify``: whether a PDF is authentic, modified or unknown, by whom and when; no database needed."""

import json
import os
from pathlib import Path

import click

from questionnaire.config import Settings
from questionnaire.errors import QuestionnaireError
from questionnaire.proof.report import Report
from questionnaire.proof.telling import told

REDRAWN: dict[bool | None, str] = {
    True: "Réponses jointes\u00a0: redessinées, elles donnent exactement ces pages.",
    False: "Réponses jointes\u00a0: redessinées par cette version de l’application, "
    "elles ne donnent pas exactement ces pages.",
}


@click.group("documents")
def documents() -> None:
    """Documents : vérifier."""


@documents.command("verify")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--trust",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="Certificat de confiance (PEM ou DER).",
)
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
def verify(file: Path, trust: tuple[Path, ...], *, as_json: bool) -> None:
    """Dit si un PDF est authentique, modifié ou inconnu. Code de sortie 0 s’il est authentique."""
    # The libraries of paper and proof load slowly, and only this command needs them.
    from questionnaire.journeys.papers.redrawing import is_redrawn  # noqa: PLC0415  # heavy, for this command only
    from questionnaire.journeys.papers.verifying import trusted, verify_file  # noqa: PLC0415  # heavy, for this command only

    try:
        settings = Settings.read(os.environ, serving=False)
        pdf = file.read_bytes()
        report = verify_file(pdf, trusted(settings, trust))
    except (QuestionnaireError, OSError) as error:
        raise click.ClickException(str(error)) from error
    authentic = report.verdict == "authentic"
    redrawn = is_redrawn(pdf) if authentic else None
    write = _as_json if as_json else _for_people
    click.echo(write(report, redrawn=redrawn))
    raise SystemExit(0 if authentic else 1)


def _as_json(report: Report, *, redrawn: bool | None) -> str:
    return json.dumps({**report.to_json(), "rerender": redrawn}, ensure_ascii=False, indent=2)


def _for_people(report: Report, *, redrawn: bool | None) -> str:
    return "\n".join(part for part in (told(report), REDRAWN.get(redrawn)) if part)
