"""Documents of forms being tried: asked for, drawn by the runner, read once and soon forgotten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, claim, inside, touched
from questionnaire.storage.tables.authoring import trial_copy
from questionnaire.storage.upsert import insert

_IS = trial_copy.c.manuscript_id == bindparam("manuscript")
_PDF = select(trial_copy.c.pdf).where(_IS, trial_copy.c.asked_at == bindparam("moment"), inside(trial_copy))
_WAITS = (trial_copy.c.pdf.is_(None), inside(trial_copy))
_WAITING = select(trial_copy).where(*_WAITS).order_by(trial_copy.c.asked_at).limit(1)
_ASKED = select(trial_copy.c.manuscript_id).where(_IS, trial_copy.c.asked_at == bindparam("moment"), inside(trial_copy))
_MADE = (
    trial_copy.update()
    .where(_IS, trial_copy.c.asked_at == bindparam("moment"), inside(trial_copy))
    .values(pdf=bindparam("drawn"))
)
_FORGET = trial_copy.delete().where(trial_copy.c.asked_at < bindparam("limit"), inside(trial_copy))
_FORGET_ONE = trial_copy.delete().where(_IS, inside(trial_copy))


@dataclass(frozen=True, slots=True)
class TrialCopy:
    """One asked for: the YAML of the form and the answers, as JSON, as they were at that moment."""

    manuscript_id: str
    organisation_id: str
    source: str
    answers: str
    asked_at: datetime


def ask(session: Session, perimeter: Perimeter, copy: TrialCopy) -> None:
    """Ask for a copy; it takes the place of the one before."""
    claim(perimeter, copy.organisation_id)
    values = {name: getattr(copy, name) for name in TrialCopy.__dataclass_fields__} | {"pdf": None}
    statement = insert(session, trial_copy).values(values)
    anew = {name: value for name, value in values.items() if name not in {"manuscript_id", "organisation_id"}}
    session.execute(statement.on_conflict_do_update(index_elements=["manuscript_id"], set_=anew))


def is_asked(session: Session, perimeter: Perimeter, manuscript_id: str, asked_at: datetime) -> bool:
    """Whether a document was asked for at that moment, and none since."""
    parameters = bound(perimeter, manuscript=manuscript_id, moment=asked_at)
    return session.execute(_ASKED, parameters).one_or_none() is not None


def drawn(session: Session, perimeter: Perimeter, manuscript_id: str, asked_at: datetime) -> bytes | None:
    """The PDF asked for at that moment; None while it is not drawn, or once it is forgotten."""
    parameters = bound(perimeter, manuscript=manuscript_id, moment=asked_at)
    pdf: bytes | None = session.execute(_PDF, parameters).scalar_one_or_none()
    return pdf


def waiting(session: Session, perimeter: Perimeter) -> TrialCopy | None:
    """The copy that has waited longest, if any does."""
    row = session.execute(_WAITING, bound(perimeter)).one_or_none()
    return TrialCopy(*(getattr(row, name) for name in TrialCopy.__dataclass_fields__)) if row else None


def made(session: Session, perimeter: Perimeter, copy: TrialCopy, pdf: bytes) -> bool:
    """Keep what was drawn, unless another was asked for since."""
    parameters = bound(perimeter, manuscript=copy.manuscript_id, moment=copy.asked_at, drawn=pdf)
    return touched(session, _MADE, parameters)


def forget(session: Session, perimeter: Perimeter, limit: datetime) -> bool:
    """Delete those asked for before ``limit``; whether there were any."""
    return bool(cast("CursorResult[Any]", session.execute(_FORGET, bound(perimeter, limit=limit))).rowcount)


def forget_one(session: Session, perimeter: Perimeter, manuscript_id: str) -> bool:
    """Delete that of a text that goes; whether there was one."""
    return touched(session, _FORGET_ONE, bound(perimeter, manuscript=manuscript_id))
