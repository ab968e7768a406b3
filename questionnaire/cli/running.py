"""``run``: everything at once, set-up, runner and web server, for a demonstration or a small installation."""

import logging
import os
import subprocess
import sys

import click
from flask import Flask

from questionnaire import create_app
from questionnaire.cli.demo import load_demo
from questionnaire.cli.server import Server
from questionnaire.cli.setting_up import upgrade_database
from questionnaire.config import Settings, SettingsError
from questionnaire.journeys.demonstration import INHABITANTS, PASSWORD
from questionnaire.web.extensions import db

HOST = "127.0.0.1"
WELCOME = """
  Partenariat en santé – démonstration

  Ouvrez  {url}
  Mot de passe de tous les comptes : {password}

{accounts}

  Ctrl+C pour arrêter.
"""


@click.command("run")
@click.option("--port", default=5000, show_default=True, help="Port d’écoute.")
def run(port: int) -> None:
    """Met tout en place puis sert l’application sur cette machine."""
    logging.basicConfig(level=logging.WARNING)
    environ = {"PUBLIC_URL": f"http://{HOST}:{port}", **os.environ}
    try:
        settings = Settings.read(environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    app = create_app(settings)
    _prepare(app, settings)
    runner = subprocess.Popen([sys.executable, "-m", "questionnaire.cli", "runner"], env=environ)
    click.echo(_welcome(port))
    Server(app, f"{HOST}:{port}", settings, on_exit=runner.terminate).run()


def _prepare(app: Flask, settings: Settings) -> None:
    upgrade_database(app)
    if settings.demo:
        with app.test_request_context():
            load_demo(app)
    with app.app_context():
        _leave_connections()


def _leave_connections() -> None:
    """Workers are forked: each opens connections of its own."""
    db.session.remove()
    db.engine.dispose()


def _welcome(port: int) -> str:
    accounts = "\n".join(f"    {person.address:<40} {person.first_name} {person.last_name}" for person in INHABITANTS)
    return WELCOME.format(url=f"http://{HOST}:{port}", password=PASSWORD, accounts=accounts)
