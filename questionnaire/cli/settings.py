"""``settings``: what this installation decided, and where each decision comes from; never a secret."""

import json
import os
from dataclasses import asdict

import click

from questionnaire.cli.shelf import settings_here
from questionnaire.journeys.upkeep.settings_shown import told_settings


@click.group("settings")
def settings() -> None:
    """Réglages : les lire."""


@settings.command("show")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
def show(*, as_json: bool) -> None:
    """Montre chaque réglage, sa valeur et d’où elle vient. Un secret ne se montre jamais."""
    told = told_settings(settings_here(), os.environ)
    if as_json:
        click.echo(json.dumps([asdict(each) for each in told], ensure_ascii=False, indent=2))
        return
    widest = max(len(each.variable) for each in told)
    for each in told:
        click.echo(f"{each.variable:{widest}}  {each.value}  ({each.origin})")
