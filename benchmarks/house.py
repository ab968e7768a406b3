"""An installation to measure: a demonstration hospital in a folder, with drafts begun and a session open."""

import os
from dataclasses import dataclass
from pathlib import Path

from questionnaire import create_app
from questionnaire.cli.setting_up import upgrade_database
from questionnaire.config import Settings
from questionnaire.journeys.demonstration.founding import PASSWORD, found
from questionnaire.journeys.drafting.beginning import begin
from questionnaire.storage import people
from questionnaire.web.desk import desk
from questionnaire.web.extensions import db
from questionnaire.web.passwords import hashed

DRAFTS = 8
EMAIL = "porteur_projet@demo.example"


@dataclass(frozen=True)
class House:
    """What the load needs: environment of the server, drafts to fill."""

    environ: dict[str, str]
    database_url: str
    drafts: tuple[str, ...]


def found_house(folder: Path) -> House:
    """Make the installation."""
    environ = {"DEMO": "1", "DATA_DIR": str(folder)}
    settings = Settings.read(environ)
    app = create_app(settings)
    os.environ.pop("FLASK_RUN_FROM_CLI", None)
    upgrade_database(app)
    with app.test_request_context():
        found(desk(), hashed(PASSWORD))
        owner = people.load_actor(db.session(), 1)
        if owner is None:
            raise LookupError("the demonstration has no first account")
        ids = tuple(begin(desk(), owner, "fiche_projet") for _ in range(DRAFTS))
        db.session.remove()
        db.engine.dispose()
    return House(environ, settings.database_url, ids)
