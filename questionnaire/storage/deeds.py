"""The audit log: written in its organisation's chain, searched, verified, its words erased when their time is over."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.access.deeds import Deed, DeedKind, deed_content
from questionnaire.lifecycle import GENESIS, Link, append, canonical_json
from questionnaire.storage.counters import next_number
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.deeds import deed, deed_detail

COUNTER = "deed"
SALT_BYTES = 32
BATCH = 500

_DEEDS = (
    select(deed, deed_detail.c.person_id, deed_detail.c.person_name, deed_detail.c.subject)
    .add_columns(deed_detail.c.details, deed_detail.c.subject_id, deed_detail.c.salt)
    .outerjoin(
        deed_detail,
        (deed_detail.c.organisation_id == deed.c.organisation_id) & (deed_detail.c.sequence == deed.c.sequence),
    )
    .where(inside(deed))
)
_HEAD = select(deed.c.hash).where(
    deed.c.organisation_id == bindparam("organisation"), deed.c.sequence == bindparam("sequence")
)
_CHAIN = _DEEDS.where(deed.c.organisation_id == bindparam("organisation")).order_by(deed.c.sequence)


@dataclass(frozen=True, slots=True)
class Sought:
    """What of the log is asked for; ``until`` is excluded, ``before`` is the id of the last line already shown."""

    words: str = ""
    kinds: frozenset[DeedKind] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the log with its id; ``erased`` when its words are gone."""

    id: int
    deed: Deed
    erased: bool


def add(session: Session, perimeter: Perimeter, new: Deed) -> Deed:
    """Append a deed to its organisation's chain (its ``sequence`` is given here); within a writing."""
    sequence = next_number(session, perimeter, new.organisation_id, COUNTER)
    where = {"organisation": new.organisation_id, "sequence": sequence - 1}
    previous = session.execute(_HEAD, where).scalar_one_or_none() or GENESIS
    added = replace(new, sequence=sequence)
    link = append(sequence, previous, secrets.token_hex(SALT_BYTES), deed_content(added))
    place = {"organisation_id": added.organisation_id, "sequence": sequence}
    session.execute(
        deed.insert().values(
            **place,
            at=added.at,
            kind=added.kind,
            digest=link.digest,
            previous=link.previous,
            hash=link.hash,
        )
    )
    session.execute(
        deed_detail.insert().values(
            **place,
            person_id=added.person_id,
            person_name=added.person_name,
            subject=added.subject,
            subject_id=added.subject_id,
            details=canonical_json(dict(added.details)),
            salt=link.salt,
        )
    )
    return added


def search(session: Session, perimeter: Perimeter, sought: Sought, limit: int) -> tuple[Found, ...]:
    """The lines that match, the latest first."""
    statement = _DEEDS.where(*_conditions(sought)).order_by(deed.c.id.desc()).limit(limit)
    return tuple(map(_found, session.execute(statement, bound(perimeter))))


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.words:
        texts = (deed_detail.c.person_name, deed_detail.c.subject)
        yield texts[0].icontains(sought.words, autoescape=True) | texts[1].icontains(sought.words, autoescape=True)
    if sought.kinds:
        yield deed.c.kind.in_(sorted(sought.kinds))
    if sought.since:
        yield deed.c.at >= sought.since
    if sought.until:
        yield deed.c.at < sought.until
    if sought.before is not None:
        yield deed.c.id < sought.before


def every(session: Session, perimeter: Perimeter, sought: Sought) -> Iterator[Found]:
    """All the lines that match, the latest first, a few hundred in memory at once."""
    while True:
        page = search(session, perimeter, sought, BATCH)
        yield from page
        if len(page) < BATCH:
            return
        sought = replace(sought, before=page[-1].id)


def links(session: Session, perimeter: Perimeter, organisation_id: str) -> Iterator[Link]:
    """The chain of an organisation, for ``lifecycle.verify_chain``."""
    rows = session.execute(_CHAIN, bound(perimeter, organisation=organisation_id)).yield_per(BATCH)
    for row in rows:
        found = _found(row)
        content = None if found.erased else deed_content(found.deed)
        yield Link(row.sequence, row.digest, row.previous, row.hash, row.salt, content)


def erase(session: Session, perimeter: Perimeter, before: datetime) -> int:
    """Erase the words of what is older; how many lines. The links stay."""
    old = select(deed.c.id).where(
        inside(deed),
        deed.c.at < bindparam("before"),
        deed.c.organisation_id == deed_detail.c.organisation_id,
        deed.c.sequence == deed_detail.c.sequence,
    )
    done = session.execute(deed_detail.delete().where(old.exists()), bound(perimeter, before=before))
    return cast("CursorResult[Any]", done).rowcount


def _found(row: Row[Any]) -> Found:
    erased = row.salt is None
    told: dict[str, Any] = {}
    if not erased:
        told = {"person_id": row.person_id, "person_name": row.person_name, "subject": row.subject}
        told |= {"details": json.loads(row.details), "subject_id": row.subject_id}
    one = Deed(row.organisation_id, row.sequence, row.at, DeedKind(row.kind), **told)
    return Found(row.id, one, erased)
