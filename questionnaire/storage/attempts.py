"""How often something limited was tried: counted in the database, so that it holds for all processes together."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, case
from sqlalchemy.orm import Session

from questionnaire.storage.tables.codes import attempt
from questionnaire.storage.upsert import insert

KEPT = timedelta(days=2)
"""After that a count says nothing: no limit looks farther back."""

_SWEEP = attempt.delete().where(attempt.c.since < bindparam("limit"))
_GIVE_BACK = (
    attempt.update()
    .where(attempt.c.name == bindparam("named"), attempt.c.number > 0)
    .values(number=attempt.c.number - 1)
)
_FORGET = attempt.delete().where(attempt.c.name == bindparam("named"))


def count(session: Session, name: str, now: datetime, window: timedelta) -> int:
    """Count one more try of ``name`` (a SHA-256); how many there are since the first of the window in course."""
    session.execute(_SWEEP, {"limit": now - KEPT})
    over = attempt.c.since <= now - window
    statement = insert(session, attempt).values(name=name, number=1, since=now)
    counted = statement.on_conflict_do_update(
        index_elements=[attempt.c.name],
        set_={
            "number": case((over, 1), else_=attempt.c.number + 1),
            "since": case((over, now), else_=attempt.c.since),
        },
    )
    return int(session.execute(counted.returning(attempt.c.number)).scalar_one())


def give_back(session: Session, name: str) -> None:
    """Count one try less."""
    session.execute(_GIVE_BACK, {"named": name})


def forget(session: Session, name: str) -> None:
    """Begin to count anew."""
    session.execute(_FORGET, {"named": name})
