"""A process that has loaded everything and plays each scene in a child of its own, which may be killed.

Reads one JSON line a scene (``act``, ``environ``, ``subject``), answers one line: the child's exit status, negative
for a signal. A child starts in milliseconds instead of the seconds that the libraries of paper and proof take.
"""

import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from questionnaire.access import Actor, Role
from questionnaire.cli.runner import runner as command
from questionnaire.config import SHIPPED_FORMS, Settings
from questionnaire.jobs.faults import checkpoint_of
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import open_draft
from questionnaire.journeys.papers import finalising, signing
from questionnaire.journeys.shelf import Shelf
from questionnaire.proof import signing as _loaded_beforehand  # noqa: F401  # as in a runner that is warm
from questionnaire.spec import catalogue_of
from questionnaire.storage import people
from questionnaire.storage.database import open_session
from questionnaire.storage.records import ActTrace
from questionnaire.storage.tables.accounts import User
from questionnaire.storage.transaction import reading


def runner(_subject: str) -> None:
    """The command, as an operator types it."""
    command(["--once"])


def finalise(draft_id: str) -> None:
    """Freeze a draft at its present revision."""
    with open_session(Settings.read(os.environ).database_url) as session:
        desk, actor = _desk(session)
        seen = str(open_draft(desk, actor, draft_id).draft.revision)
        finalising.finalise(desk, actor, draft_id, seen, checkpoint_of(os.environ))


def sign(submission_id: str) -> None:
    """Sign a document as its porteur."""
    with open_session(Settings.read(os.environ).database_url) as session:
        desk, actor = _desk(session)
        signing.sign(
            desk,
            actor,
            submission_id,
            agreed=frozenset(signing.CONSENTS),
            typed_name="Nadia Lemoine",
            trace=ActTrace("127.0.0.1", "a test"),
            checkpoint=checkpoint_of(os.environ),
        )


ACTS: dict[str, Callable[[str], None]] = {"runner": runner, "finalise": finalise, "sign": sign}


def _desk(session: Session) -> tuple[Desk, Actor]:
    catalogue = catalogue_of(Settings.read(os.environ).forms_path)
    with reading(session):
        account = session.query(User).filter_by(email=f"{Role.PORTEUR_PROJET}@demo.example").one()
        actor = people.load_actor(session, account.id)
    assert actor is not None
    return Desk(session, Shelf(catalogue), lambda: datetime.now(UTC)), actor


def _play(act: str, environ: dict[str, str], subject: str) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 70
    try:
        os.environ.update(environ)
        ACTS[act](subject)
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    except Exception:  # noqa: BLE001  # told, then the process ends
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    catalogue_of([SHIPPED_FORMS], shipped=SHIPPED_FORMS)  # children find it remembered
    catalogue_of([SHIPPED_FORMS])
    for line in sys.stdin:
        print(_play(**json.loads(line)), flush=True)  # noqa: T201  # the pipe is the answer
