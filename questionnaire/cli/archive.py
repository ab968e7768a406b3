"""``archive verify``: whether the register holds and each archived file is still there, unchanged."""

import json
from dataclasses import asdict

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.setting_up import require_database
from questionnaire.journeys.papers.inspecting import inspect_archive
from questionnaire.web.desk import blobs, desk


@click.group("archive")
def archive() -> None:
    """Archives : vérifier."""


@archive.command("verify")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@with_appcontext
def verify(*, as_json: bool) -> None:
    """Relit le registre et chaque fichier. Code de sortie 1 s’il manque quelque chose."""
    require_database(current_app.config["SETTINGS"])
    faults = inspect_archive(desk(), blobs())
    if as_json:
        click.echo(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(fault.message)
        click.echo("Le registre et les fichiers sont intègres." if not faults else f"{len(faults)} anomalie(s).")
    raise SystemExit(1 if faults else 0)
