"""The demonstration hospital: an organisation, people with accounts, and a project begun."""

import os
import sys

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from questionnaire.cli.setting_up import demonstration_seal, require_database
from questionnaire.journeys.demonstration.founding import PASSWORD, found, is_founded
from questionnaire.web.desk import desk
from questionnaire.web.passwords import hashed


@click.group("demo")
def demo() -> None:
    """Démonstration."""


@demo.command("load")
@with_appcontext
def load() -> None:
    """Charge l’hôpital de démonstration, une fois."""
    if not current_app.config["DEMO"]:
        raise click.ClickException("La démonstration demande DEMO=1.")
    require_database(current_app.config["SETTINGS"])
    load_demo(current_app)
    sys.stdout.write("L’hôpital de démonstration est prêt." + os.linesep)


def load_demo(app: Flask) -> None:
    """Found the demonstration hospital and its seal, unless they exist."""
    here = desk()
    if not is_founded(here):
        found(here, hashed(PASSWORD))
    demonstration_seal(app.config["SETTINGS"])
