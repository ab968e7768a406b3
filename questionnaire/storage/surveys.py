"""Surveys opened and closed, and the answers of unknown people, kept so that nothing tells which came when.

Each answer that comes is written anew with all the others of its survey, under new random ids: neither the order of the
rows, nor the numbers of the transactions that wrote them, tell them apart.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.database import leave_no_trace
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.surveys import survey, survey_answer

_ID_BYTES = 16
_BY_ADDRESS = select(survey).where(survey.c.id == bindparam("survey"))
_ONE = _BY_ADDRESS.where(inside(survey))
_ALL = select(survey).where(inside(survey)).order_by(survey.c.opened_on.desc(), survey.c.id)
_CLOSE = survey.update().where(survey.c.id == bindparam("closed"), inside(survey)).values(closes_on=bindparam("day"))


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey; ``id`` is in its address. ``closes_on`` is its last day, None while nobody has said."""

    id: str
    organisation_id: str
    form: str
    digest: str
    opened_on: date
    closes_on: date | None = None

    def is_open(self, today: date) -> bool:
        """Whether people may answer."""
        return self.opened_on <= today and (self.closes_on is None or today <= self.closes_on)


def add(session: Session, perimeter: Perimeter, new: Survey) -> None:
    """Open a survey."""
    claim(perimeter, new.organisation_id)
    values = {name: getattr(new, name) for name in Survey.__dataclass_fields__}
    session.execute(survey.insert().values(**values))


def by_address(session: Session, survey_id: str) -> Survey:
    """The survey of an address, for whoever has it; raises NotFound."""
    return _survey(one(session, _BY_ADDRESS, {"survey": survey_id}))


def get(session: Session, perimeter: Perimeter, survey_id: str) -> Survey:
    """A survey; raises NotFound."""
    return _survey(one(session, _ONE, bound(perimeter, survey=survey_id)))


def listing(session: Session, perimeter: Perimeter) -> tuple[Survey, ...]:
    """The surveys, the latest first."""
    return tuple(map(_survey, session.execute(_ALL, bound(perimeter))))


def close(session: Session, perimeter: Perimeter, survey_id: str, day: date) -> bool:
    """Let a day be the last one; False when there is no such survey."""
    return touched(session, _CLOSE, bound(perimeter, closed=survey_id, day=day))


def answer(session: Session, asked: Survey, answers: str, day: date) -> None:
    """Keep the answers of somebody, mixed with those that are there. Within a writing."""
    session.execute(select(survey.c.id).where(survey.c.id == asked.id).with_for_update())
    kept = select(survey_answer.c.day, survey_answer.c.answers).where(survey_answer.c.survey_id == asked.id)
    rows = [(row.day, row.answers) for row in session.execute(kept)]
    session.execute(survey_answer.delete().where(survey_answer.c.survey_id == asked.id))
    mixed = sorted((secrets.token_hex(_ID_BYTES), *row) for row in [*rows, (day, answers)])
    session.execute(
        survey_answer.insert(),
        [{"survey_id": asked.id, "id": id_, "day": each, "answers": text} for id_, each, text in mixed],
    )


def forget_order(session: Session) -> bool:
    """Remove the answers as they lay before the last one came; False while somebody reads them. After the writing."""
    return leave_no_trace(session, survey_answer.name)


def number(session: Session, perimeter: Perimeter, survey_id: str) -> int:
    """How many answered; raises NotFound."""
    get(session, perimeter, survey_id)
    count = select(func.count()).select_from(survey_answer).where(survey_answer.c.survey_id == survey_id)
    found: int = session.execute(count).scalar_one()
    return found


def answers_of(session: Session, perimeter: Perimeter, survey_id: str) -> Iterator[str]:
    """The answers, in no order; raises NotFound."""
    get(session, perimeter, survey_id)
    rows = session.execute(select(survey_answer.c.answers).where(survey_answer.c.survey_id == survey_id))
    return (row.answers for row in rows)


def _survey(row: object) -> Survey:
    return Survey(*(getattr(row, name) for name in Survey.__dataclass_fields__))
