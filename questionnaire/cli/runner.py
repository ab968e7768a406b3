"""``runner``: the process that draws, signs, seals and archives what the desk has finalised."""

import logging
import os
from datetime import UTC, datetime

import click

from questionnaire.cli.setting_up import require_database
from questionnaire.config import SHIPPED_FORMS, Settings, SettingsError
from questionnaire.errors import QuestionnaireError
from questionnaire.jobs.faults import checkpoint_of
from questionnaire.jobs.runner import Runner
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.producing import Workshop, work_once
from questionnaire.journeys.shelf import Shelf
from questionnaire.proof.identity import load_identity
from questionnaire.spec import Catalogue
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.transaction import Session


@click.command("runner")
@click.option("--once", is_flag=True, help="Fait ce qui reste à faire, puis s’arrête.")
@click.option("--parent", type=int, hidden=True, help="S’arrête quand ce processus n’est plus là.")
def runner(*, once: bool, parent: int | None) -> None:
    """Dessine, signe, scelle et archive les documents finalisés."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    try:
        settings = Settings.read(os.environ)
        require_database(settings)
        with open_session(settings.database_url) as session:
            place = workshop(settings, session)
            if once:
                while work_once(place):
                    pass
            else:
                Runner(lambda: work_once(place), parent=parent).run()
    except (SettingsError, QuestionnaireError) as error:
        raise click.ClickException(str(error)) from error


def workshop(settings: Settings, session: Session) -> Workshop:
    """What producing documents needs, from the settings."""
    catalogue = Catalogue.read(settings.forms_path, shipped=SHIPPED_FORMS)
    return Workshop(
        desk=Desk(session, Shelf(catalogue), lambda: datetime.now(UTC)),
        blobs=FolderBlobs(settings.data_dir / "documents"),
        identity=load_identity(settings.seal_file, settings.seal_passphrase.encode() or None),
        public_url=settings.public_url,
        checkpoint=checkpoint_of(os.environ),
    )
