"""``runner``: the process that draws, signs, seals and archives what the desk has finalised, and clears old drafts."""

import logging
import os
from datetime import UTC, datetime
from signal import SIGTERM

import click

from questionnaire.cli.mail_server import mailbox_of, relay_of, sms_of
from questionnaire.cli.setting_up import require_database
from questionnaire.config import SHIPPED_FORMS, Settings
from questionnaire.environment import SettingsError
from questionnaire.errors import QuestionnaireError
from questionnaire.jobs.faults import checkpoint_of
from questionnaire.jobs.runner import Runner
from questionnaire.jobs.schedule import (
    CLEARING_PAUSE,
    EXPIRY_PAUSE,
    FORGETTING_PAUSE,
    LETTERS_PAUSE,
    REMINDING_PAUSE,
    RETURNS_PAUSE,
    SEEING_PAUSE,
    SIGN_PAUSE,
    TIDYING_PAUSE,
    Paced,
    Work,
    first_of,
    told,
)
from questionnaire.journeys.auditing import forget_old
from questionnaire.journeys.authoring.drawing_trials import trial_once
from questionnaire.journeys.authoring.trial_documents import forget_trials
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.clearing import clear_once
from questionnaire.journeys.drafting.drawing_blanks import blank_once
from questionnaire.journeys.drafting.expiring import expire_once
from questionnaire.journeys.letters.following_invitations import follow_invitations
from questionnaire.journeys.letters.gathering import send_digests
from questionnaire.journeys.letters.mailing import send_once, tidy_once
from questionnaire.journeys.letters.reminding import announce, remind
from questionnaire.journeys.letters.returning import Returns, read_once
from questionnaire.journeys.papers.filing import file_once, recast_once
from questionnaire.journeys.papers.producing import Workshop, work_once
from questionnaire.journeys.personal.informing import inform
from questionnaire.journeys.personal.own_copies import delete_once
from questionnaire.journeys.personal.own_paper import paper_once
from questionnaire.journeys.shelf import Shelf
from questionnaire.journeys.upkeep.state import version
from questionnaire.journeys.upkeep.vital_signs import note_files, note_life, note_seal
from questionnaire.lifecycle import Keeping
from questionnaire.messages.letters import Letterhead
from questionnaire.proof.identity import load_identity
from questionnaire.spec import catalogue_of
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.transaction import Session


@click.command("runner")
@click.option("--once", is_flag=True, help="Fait ce qui reste à faire, puis s’arrête.")
@click.option("--parent", type=int, hidden=True, help="S’arrête quand ce processus n’est plus là.")
def runner(*, once: bool, parent: int | None) -> None:
    """Dessine, signe, scelle et archive les documents finalisés\u00a0; supprime les brouillons abandonnés."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    try:
        settings = Settings.read(os.environ)
        require_database(settings)
        with open_session(settings.database_url, settings.answers_keys) as session:
            place = workshop(settings, session)
            work = _work(place, settings)
            if once:
                while work():
                    pass
            else:
                Runner(work, parent=parent).run()
    except (SettingsError, QuestionnaireError) as error:
        _leave_with(parent)
        raise click.ClickException(str(error)) from error


def _write_by_the_clock(desk: Desk, keeping: Keeping) -> bool:
    """All that is due, in one look: nothing is left to go on with."""
    remind(desk)
    announce(desk, keeping)
    follow_invitations(desk)
    send_digests(desk)
    inform(desk)
    return False


def _work(place: Workshop, settings: Settings) -> Work:
    """One step of what the runner has to do, the most pressing first."""
    keeping = Keeping(settings.draft_notice_months, settings.draft_months)
    relay, sms, mailbox = relay_of(settings), sms_of(settings), mailbox_of(settings)
    returns = Returns(mailbox) if mailbox else None
    since, running = place.desk.clock(), version()
    # First, and never in the way: what follows may have work for hours.
    signs = (
        Paced(told(lambda: note_life(place.desk, since, running)), SIGN_PAUSE),
        Paced(told(lambda: note_seal(place)), SEEING_PAUSE),
        Paced(told(lambda: note_files(place)), SEEING_PAUSE),
    )
    by_the_clock = (
        Paced(lambda: send_once(place.desk, relay, sms), LETTERS_PAUSE),
        Paced(lambda: read_once(place.desk, returns), RETURNS_PAUSE),
        Paced(lambda: tidy_once(place.desk), TIDYING_PAUSE),
        Paced(lambda: expire_once(place.desk, keeping), EXPIRY_PAUSE),
        Paced(lambda: _write_by_the_clock(place.desk, keeping), REMINDING_PAUSE),
        Paced(lambda: delete_once(place.desk, place.blobs), EXPIRY_PAUSE),
        Paced(lambda: clear_once(place.desk, place.blobs), CLEARING_PAUSE),
        Paced(lambda: forget_old(place.desk) > 0, FORGETTING_PAUSE),
        Paced(lambda: forget_trials(place.desk), FORGETTING_PAUSE),
        Paced(lambda: recast_once(place.desk), TIDYING_PAUSE),
    )
    last = (lambda: blank_once(place), lambda: trial_once(place), lambda: paper_once(place, keeping))
    return first_of(*signs, lambda: work_once(place), lambda: file_once(place.desk), *by_the_clock, *last)


def _leave_with(parent: int | None) -> None:
    """Stop the process that started this one: serving on, it would let documents wait for ever."""
    if parent is not None and os.getppid() == parent:
        os.kill(parent, SIGTERM)


def workshop(settings: Settings, session: Session) -> Workshop:
    """What producing documents needs, from the settings."""
    catalogue = catalogue_of(settings.forms_path, shipped=SHIPPED_FORMS)
    letterhead = Letterhead(settings.public_url, settings.help_contact)
    return Workshop(
        desk=Desk(session, Shelf(catalogue), lambda: datetime.now(UTC), letterhead=letterhead),
        blobs=FolderBlobs(settings.data_dir / "documents"),
        identity=load_identity(settings.seal_file, settings.seal_passphrase.encode() or None),
        public_url=settings.public_url,
        checkpoint=checkpoint_of(os.environ),
    )
