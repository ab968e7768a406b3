"""Paper copies of people's data: asked for, found waiting, kept, deleted in time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, claim, inside, touched
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.upsert import replacing

_IS = (data_copy.c.person_id == bindparam("whose"), inside(data_copy))
_ONE = select(data_copy).where(*_IS)
_WAITING = (
    select(data_copy).where(data_copy.c.sha256.is_(None), inside(data_copy)).order_by(data_copy.c.asked_at).limit(1)
)
_OVER = select(data_copy).where(data_copy.c.asked_at < bindparam("limit"), inside(data_copy)).limit(1)
_MADE = data_copy.update().where(*_IS, data_copy.c.asked_at == bindparam("asked")).values(sha256=bindparam("kept"))
_REMOVE = data_copy.delete().where(*_IS)


@dataclass(frozen=True, slots=True)
class DataCopy:
    """The copy of a person; ``places`` are the organisations looked through, ``sha256`` is None until it is drawn."""

    person_id: str
    organisation_id: str
    places: frozenset[str]
    asked_at: datetime
    sha256: str | None = None


def ask(session: Session, perimeter: Perimeter, copy: DataCopy) -> None:
    """Ask for a copy, in place of the one before."""
    claim(perimeter, copy.organisation_id)
    statement = replacing(session, data_copy, "places", "asked_at", "sha256").values(
        person_id=copy.person_id,
        organisation_id=copy.organisation_id,
        places=json.dumps(sorted(copy.places)),
        asked_at=copy.asked_at,
        sha256=None,
    )
    session.execute(statement)


def get(session: Session, perimeter: Perimeter, person_id: str) -> DataCopy | None:
    """The copy of a person, if it was asked for and is not deleted yet."""
    return _first(session, _ONE, bound(perimeter, whose=person_id))


def waiting(session: Session, perimeter: Perimeter) -> DataCopy | None:
    """The copy that has waited longest to be drawn, if any does."""
    return _first(session, _WAITING, bound(perimeter))


def over(session: Session, perimeter: Perimeter, limit: datetime) -> DataCopy | None:
    """A copy asked for before a moment, if there is one."""
    return _first(session, _OVER, bound(perimeter, limit=limit))


def made(session: Session, perimeter: Perimeter, copy: DataCopy, sha256: str) -> bool:
    """Tell that a copy was drawn and is kept; False when it was asked for anew, or deleted, since."""
    return touched(session, _MADE, bound(perimeter, whose=copy.person_id, asked=copy.asked_at, kept=sha256))


def remove(session: Session, perimeter: Perimeter, person_id: str) -> bool:
    """Delete the copy of a person; whether there was one."""
    return touched(session, _REMOVE, bound(perimeter, whose=person_id))


def _first(session: Session, statement: Select[Any], values: Mapping[str, Any]) -> DataCopy | None:
    row = session.execute(statement, values).one_or_none()
    if row is None:
        return None
    return DataCopy(row.person_id, row.organisation_id, frozenset(json.loads(row.places)), row.asked_at, row.sha256)
