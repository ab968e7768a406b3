"""Steps that fail: noted for those who look after the installation, tried again later and later, or when they ask."""

import logging
from collections.abc import Mapping
from datetime import timedelta

from questionnaire.access import Perimeter
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.desk import Desk
from questionnaire.storage import failures
from questionnaire.storage.failures import Setback
from questionnaire.storage.transaction import Session, writing

log = logging.getLogger(__name__)

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0, 10, 60, 300, 900, 3600))
"""Before each new try; the last one again and again: a document is never given up."""

LONGEST = 255
UNKNOWN = "Erreur inattendue ({kind})\u00a0: le journal du programme «\u00a0runner\u00a0» la détaille."


def past_setbacks(session: Session, perimeter: Perimeter) -> Mapping[str, Setback]:
    """What failed before, by document."""
    return {each.submission_id: each.setback for each in failures.all_of(session, perimeter)}


def note_setback(
    desk: Desk, perimeter: Perimeter, submission_id: str, error: Exception, before: Setback | None
) -> None:
    """Note that a step failed. Where even that fails, the log says so: the step is tried again all the same."""
    now, tries = desk.clock(), before.tries if before else 0
    pause = PAUSES[min(tries, len(PAUSES) - 1)]
    try:
        with writing(desk.session) as session:
            failures.note(session, perimeter, submission_id, Setback(tries + 1, _said(error), now, now + pause))
    except Exception:
        log.exception("A failed step could not be noted.")


def forget_setback(session: Session, perimeter: Perimeter, submission_id: str) -> None:
    """The step is done at last."""
    with writing(session):
        failures.settle(session, perimeter, submission_id)


def _said(error: Exception) -> str:
    """Our own sentences as they are; of any other error its kind alone, for its words may hold answers."""
    said = str(error) if isinstance(error, QuestionnaireError) else UNKNOWN.format(kind=type(error).__name__)
    return said[:LONGEST]
