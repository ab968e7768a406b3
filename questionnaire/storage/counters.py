"""Counters: the next number under a name in an organisation, without gap or double, in one statement."""

from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import claim
from questionnaire.storage.tables.archive import counter
from questionnaire.storage.upsert import insert


def next_number(session: Session, perimeter: Perimeter, organisation_id: str, name: str) -> int:
    """Draw the next number, from 1. Others wait for this transaction; if it fails, the number is free."""
    claim(perimeter, organisation_id)
    statement = (
        insert(session, counter)
        .values(organisation_id=organisation_id, name=name, value=1)
        .on_conflict_do_update(
            index_elements=[counter.c.organisation_id, counter.c.name], set_={"value": counter.c.value + 1}
        )
        .returning(counter.c.value)
    )
    number: int = session.execute(statement).scalar_one()
    return number
