"""Making an installation ready: the database at its last version, the seal."""

from datetime import UTC, datetime

from flask import Flask
from flask_migrate import upgrade

from questionnaire.config import Settings
from questionnaire.journeys.demonstration import HOSPITAL


def upgrade_database(app: Flask) -> None:
    """Bring the database to the last migration."""
    with app.app_context():
        upgrade()


def demonstration_seal(settings: Settings) -> None:
    """Make the seal of the demonstration, unless there is a seal."""
    if settings.seal_file.exists():
        return
    # The libraries of proof load slowly: only a first start needs them here.
    from questionnaire.proof.identity import make_demo_identity  # noqa: PLC0415

    make_demo_identity(settings.seal_file, organisation=HOSPITAL, now=datetime.now(UTC))
