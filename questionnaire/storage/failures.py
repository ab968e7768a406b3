"""Documents whose next step failed: since when, how often, why, and when it is tried again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.tables.operating import work_failure
from questionnaire.storage.upsert import replacing

_ALL = (
    select(work_failure, submission.c.form, submission.c.reference)
    .join(submission, submission.c.id == work_failure.c.submission_id)
    .where(inside(work_failure))
    .order_by(work_failure.c.at, work_failure.c.submission_id)
)
_PLACE = select(submission.c.organisation_id).where(submission.c.id == bindparam("submission"), inside(submission))
_IS_ONE = (work_failure.c.submission_id == bindparam("failed"), inside(work_failure))


@dataclass(frozen=True, slots=True)
class Setback:
    """A step that failed ``tries`` times, the last one ``at``; ``error`` holds nothing of the document."""

    tries: int
    error: str
    at: datetime
    next_try: datetime


@dataclass(frozen=True, slots=True)
class WorkFailure:
    """A setback and its document; without title, which may say what nobody else should know."""

    submission_id: str
    organisation_id: str
    form: str
    reference: str
    setback: Setback


def note(session: Session, perimeter: Perimeter, submission_id: str, setback: Setback) -> None:
    """Note that a step failed, in the place of what was noted of it before; raises NotFound."""
    place = one(session, _PLACE, bound(perimeter, submission=submission_id)).organisation_id
    put = replacing(session, work_failure, "tries", "error", "at", "next_try")
    values = {name: getattr(setback, name) for name in Setback.__dataclass_fields__}
    session.execute(put.values(submission_id=submission_id, organisation_id=place, **values))


def all_of(session: Session, perimeter: Perimeter) -> tuple[WorkFailure, ...]:
    """Every failure of a perimeter, the oldest first."""
    return tuple(
        WorkFailure(
            row.submission_id,
            row.organisation_id,
            row.form,
            row.reference,
            Setback(row.tries, row.error, row.at, row.next_try),
        )
        for row in session.execute(_ALL, bound(perimeter))
    )


def settle(session: Session, perimeter: Perimeter, submission_id: str) -> bool:
    """The step is done: forget that it failed; whether it had."""
    return touched(session, work_failure.delete().where(*_IS_ONE), bound(perimeter, failed=submission_id))


def hasten(session: Session, perimeter: Perimeter, submission_id: str, at: datetime) -> bool:
    """Let a step be tried at a moment; whether it had failed."""
    change = work_failure.update().where(*_IS_ONE).values(next_try=at)
    return touched(session, change, bound(perimeter, failed=submission_id))
