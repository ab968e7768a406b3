"""Letters that wait for a digest: whose they are, taken whole for one letter, let go when their person chooses so."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle.gathering import Pace
from questionnaire.storage.outbox import LetterState, OutboxLetter, letter_of
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.letters import letter, mail_pace
from questionnaire.storage.upsert import replacing

_WAITS = letter.c.state == LetterState.GATHERED
_PEOPLE = select(letter.c.person_id).where(_WAITS, inside(letter)).distinct().order_by(letter.c.person_id)
_MINE = letter.c.person_id == bindparam("whose")
_TAKE = (
    letter.update()
    .where(_WAITS, _MINE, letter.c.created_at < bindparam("until"), inside(letter))
    .values(state=LetterState.TOLD)
    .returning(*letter.c)
)
_RELEASE = letter.update().where(_WAITS, _MINE).values(state=bindparam("becomes"), next_try=bindparam("moment"))
_PACE = select(mail_pace.c.pace).where(mail_pace.c.person_id == bindparam("person"))


def people(session: Session, perimeter: Perimeter) -> tuple[str, ...]:
    """Those for whom letters wait."""
    return tuple(session.scalars(_PEOPLE, bound(perimeter)))


def take(session: Session, perimeter: Perimeter, person_id: str, until: datetime) -> tuple[OutboxLetter, ...]:
    """What waited for a person since before a moment, the oldest first; it is told from here on, and waits no more."""
    rows = session.execute(_TAKE, bound(perimeter, whose=person_id, until=until))
    return tuple(sorted(map(letter_of, rows), key=lambda each: (each.created_at, each.id)))


def release(
    session: Session, person_id: str, state: LetterState, at: datetime, kinds: Collection[str] | None = None
) -> None:
    """Let one's letters wait no more, of some kinds or of all: mailed from ``at`` on, or on one's page alone."""
    change = _RELEASE if kinds is None else _RELEASE.where(letter.c.kind.in_(sorted(kinds)))
    session.execute(change, {"whose": person_id, "becomes": state, "moment": at})


def pace_of(session: Session, person_id: str) -> Pace:
    """How often a person wants to be written to; at once where they never said."""
    found = session.scalars(_PACE, {"person": person_id}).one_or_none()
    return Pace.AT_ONCE if found is None else Pace(found)


def keep_pace(session: Session, person_id: str, pace: Pace) -> None:
    """Keep what a person chose."""
    session.execute(replacing(session, mail_pace, "pace").values(person_id=person_id, pace=pace))
