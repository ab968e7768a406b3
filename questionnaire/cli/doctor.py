"""``doctor``: all that can be told of the installation from a terminal, with what to do about it."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.connections import try_all
from questionnaire.cli.findings import exit_code, finding_lines, findings_told, worst_of
from questionnaire.config import Settings
from questionnaire.journeys.upkeep.checkup import Finding, failure, judge
from questionnaire.journeys.upkeep.safety import judge_settings
from questionnaire.journeys.upkeep.state import read_state
from questionnaire.storage import database
from questionnaire.web.desk import desk


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@click.option("--offline", is_flag=True, help="Sans essayer courriel, SMS, fournisseurs ni adresse publique.")
@with_appcontext
def doctor(*, as_json: bool, offline: bool) -> None:
    """Examine l’installation. Code de sortie 0 : tout va bien ; 1 : attention ; 2 : échec."""
    found = tuple(_findings(current_app.config["SETTINGS"], offline=offline))
    click.echo(_as_json(found) if as_json else "\n".join(finding_lines(found)))
    raise SystemExit(exit_code(found))


def _findings(settings: Settings, *, offline: bool) -> Iterator[Finding]:
    here = desk()
    if fault := database.fault(here.session):
        remedy = "Vérifiez DATABASE_URL, que le serveur de base de données est démarré, et ses droits."
        yield failure("database", "Base de données", f"elle ne répond pas ({fault}).", remedy)
    else:
        yield from judge(read_state(here, settings))
    yield from judge_settings(settings, _files_of_secrets(os.environ))
    if not offline:
        yield from try_all(settings)


def _files_of_secrets(environ: Mapping[str, str]) -> Iterator[Path]:
    """Files that were read at the start and that the settings do not name any more."""
    named = (environ.get(variable, "").strip() for variable in ("OIDC_FILE", "SMS_FILE"))
    return (Path(name) for name in named if name)


def _as_json(found: Sequence[Finding]) -> str:
    told = {"verdict": worst_of(found), "findings": findings_told(found)}
    return json.dumps(told, ensure_ascii=False, indent=2)
