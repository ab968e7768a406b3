"""``run``: everything at once, set-up, runner and web server, for a demonstration or a small installation."""

import logging
import os
import socket
import subprocess
import sys
from dataclasses import replace
from errno import EADDRINUSE

import click
from flask import Flask

from questionnaire import create_app
from questionnaire.cli.demo import load_demo
from questionnaire.cli.server import Server
from questionnaire.cli.setting_up import upgrade_database
from questionnaire.config import Settings
from questionnaire.environment import SettingsError
from questionnaire.journeys.demonstration.founding import INHABITANTS, PASSWORD
from questionnaire.web.extensions import db

HOST = "127.0.0.1"
WELCOME = """
  Partenariat en santé

  Ouvrez  {url}
{accounts}
  Ctrl+C pour arrêter.
"""
BUSY = (
    "Le port {port} est déjà utilisé par un autre programme. Arrêtez-le, ou choisissez un autre port, "
    "par exemple --port {other} (avec make\u00a0: make run PORT={other})."
)
CLOSED = "Le port {port} ne peut pas être ouvert sur cette machine\u00a0: {why}."
PATIENCE = 10.0
"""Seconds left to the runner to finish its step."""


@click.command("run")
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535), help="Port d’écoute.")
def run(port: int) -> None:
    """Met tout en place puis sert l’application sur cette machine."""
    logging.basicConfig(level=logging.WARNING)
    settings = _settings(port)
    _require_free(port)
    app = create_app(settings)
    _prepare(app, settings)
    # The address is printed on documents: the runner must have the same.
    environ = {**os.environ, "PUBLIC_URL": settings.public_url}
    main_process = os.getpid()
    command = [sys.executable, "-m", "questionnaire.cli", "runner", "--parent", str(main_process)]
    runner = subprocess.Popen(command, env=environ)  # noqa: S603  # our own command
    try:
        click.echo(_welcome(port, settings))
        Server(app, f"{HOST}:{port}", settings).run()
    finally:
        # Workers are forks of this process and leave through here too: the runner is not theirs to stop.
        if os.getpid() == main_process:
            _stop(runner)


def _settings(port: int) -> Settings:
    try:
        settings = Settings.read(os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    if settings.demo and "PUBLIC_URL" not in os.environ:
        return replace(settings, public_url=f"http://{HOST}:{port}")
    return settings


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        # As the server will: an address just left by another server is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            said = BUSY if error.errno == EADDRINUSE else CLOSED
            message = said.format(port=port, other=port + 1, why=error.strerror)
            raise click.ClickException(message) from error


def _stop(runner: subprocess.Popen[bytes]) -> None:
    runner.terminate()
    try:
        runner.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        runner.kill()


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


def _welcome(port: int, settings: Settings) -> str:
    url = f"http://{HOST}:{port}"
    return WELCOME.format(url=url, accounts=_accounts() if settings.demo else "")


def _accounts() -> str:
    lines = [f"    {person.address:<40} {person.first_name} {person.last_name}" for person in INHABITANTS]
    return "\n".join([f"  Démonstration. Mot de passe de tous les comptes\u00a0: {PASSWORD}", "", *lines, ""])
