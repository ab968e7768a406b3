"""``documents verify``: whether a PDF is authentic, modified or unknown, by whom and when; no database needed."""

import json
import os
from pathlib import Path

import click

from questionnaire.config import Settings, SettingsError


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
    # The libraries of proof load slowly, and only this command needs them.
    from questionnaire.journeys.verifying import trusted, verify_file  # noqa: PLC0415
    from questionnaire.proof.telling import told  # noqa: PLC0415

    try:
        settings = Settings.read(os.environ, serving=False)
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    report = verify_file(file.read_bytes(), trusted(settings, trust))
    click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2) if as_json else told(report))
    raise SystemExit(0 if report.verdict == "authentic" else 1)
