"""Making an installation ready: the database at its last version, the seal."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask
from flask_migrate import upgrade

from questionnaire.config import Settings
from questionnaire.journeys.demonstration.places import HOSPITAL

NO_DATABASE = (
    "Il n’y a pas de base de données ici\u00a0: {path}. Vérifiez DATA_DIR et DATABASE_URL, "
    "ou créez-la avec flask --app wsgi db upgrade."
)


def upgrade_database(app: Flask) -> None:
    """Bring the database to the last migration."""
    with app.app_context():
        upgrade()


def require_database(settings: Settings) -> None:
    """Say what to do where no database was ever made: asking SQLite would make an empty one."""
    path = settings.database_url.removeprefix("sqlite:///")
    if path != settings.database_url and not Path(path).exists():
        raise click.ClickException(NO_DATABASE.format(path=path))


def demonstration_seal(settings: Settings) -> None:
    """Make the seal of the demonstration, unless there is a seal."""
    if settings.seal_file.exists():
        return
    # The libraries of proof load slowly: only a first start needs them here.
    from questionnaire.proof.identity import make_demo_identity  # noqa: PLC0415  # heavy, for this command only

    make_demo_identity(settings.seal_file, organisation=HOSPITAL, now=datetime.now(UTC))
