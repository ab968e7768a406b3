"""Merging two records of one human being: what lives names the one that is kept, what was done stays as it was."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Column, ColumnElement, Table, bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.mergeable import SharedProject
from questionnaire.storage.merged_columns import COLUMNS, Outcome
from questionnaire.storage.people import get_person
from questionnaire.storage.scope import bound, inside, touched
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.answers import answer, prefilled
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.tables.documents import act, circuit_step
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.identities import identity, provided_role
from questionnaire.storage.tables.letters import mail_pace, unwanted_mail
from questionnaire.storage.tables.notices import entered_person
from questionnaire.storage.tables.organisations import membership, person
from questionnaire.storage.tables.presence import presence
from questionnaire.storage.tables.projects import project_member
from questionnaire.storage.upsert import replacing

_KEPT: BindParameter[str] = bindparam("kept")
_LEFTOVER: BindParameter[str] = bindparam("leftover")
_ACTED = (
    select(act.c.id).where(act.c.submission_id == circuit_step.c.submission_id, act.c.step == circuit_step.c.name)
).exists()
_STEPS = (circuit_step.c.person_id == _LEFTOVER, ~_ACTED)
_ACCOUNTS = select(account.c.person_id, account.c.id).where(account.c.person_id.in_([_KEPT, _LEFTOVER]))
_MEMBERSHIPS = select(membership).where(membership.c.person_id.in_([_KEPT, _LEFTOVER]))
_PICKED = answer.c.value.contains(bindparam("picked"))
_TOUCHED = select(answer.c.draft_id).where(or_(answer.c.person_id == _LEFTOVER, _PICKED))
_OPEN = select(draft.c.id).where(inside(draft), draft.c.finalised_at.is_(None))
_REVISE = draft.update().where(draft.c.id.in_(_TOUCHED), draft.c.id.in_(_OPEN)).values(revision=draft.c.revision + 1)
_ASKED = select(entered_person.c.request, entered_person.c.request_text, entered_person.c.requested_at).where(
    entered_person.c.person_id == _LEFTOVER, entered_person.c.request != ""
)
_HIDE = (
    person.update()
    .where(person.c.id == bindparam("hidden"), inside(person), person.c.merged_into.is_(None))
    .values(merged_into=_KEPT, email=None, mobile=None)
)
_MERGED = select(person.c.id).where(person.c.merged_into == _KEPT).order_by(person.c.id)


@dataclass(frozen=True, slots=True)
class Pair:
    """The record that is kept and the one that is left over; ``account_of`` is the one whose account stays."""

    kept_id: str
    leftover_id: str
    account_of: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How many rows name a record, by column: those that move, those that stay, those that go."""

    moved: Mapping[str, int]
    left: Mapping[str, int]
    dropped: Mapping[str, int]


def merged_into(session: Session, person_id: str) -> tuple[str, ...]:
    """The records that were merged into a person's."""
    return tuple(session.scalars(_MERGED, {"kept": person_id}))


def weigh(session: Session, perimeter: Perimeter, leftover_id: str) -> Weight:
    """What merging would do with the rows that name a record, those of its account left out; raises NotFound."""
    get_person(session, perimeter, leftover_id)
    found: dict[Outcome, dict[str, int]] = {outcome: {} for outcome in Outcome}
    for name, outcome in COLUMNS.items():
        column = _column(name)
        if not _is_of_account(column):
            found[outcome][name] = _count(session, column, column == _LEFTOVER, leftover_id)
    steps = circuit_step.c.person_id
    awaited = _count(session, steps, ~_ACTED & (steps == _LEFTOVER), leftover_id)
    done = found[Outcome.JOINED][str(steps)] - awaited
    moved = found[Outcome.MOVED] | found[Outcome.JOINED] | {str(steps): awaited}
    left = found[Outcome.LEFT] | {str(steps): done}
    return Weight(_some(moved), _some(left), _some(found[Outcome.DROPPED]))


def _count(session: Session, column: Column[Any], where: ColumnElement[bool], leftover_id: str) -> int:
    statement = select(func.count()).select_from(column.table).where(where)
    return session.execute(statement, {"leftover": leftover_id}).scalar_one()


def _some(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in counts.items() if number}


def _column(name: str) -> Column[Any]:
    table, _, column = name.partition(".")
    return metadata.tables[table].c[column]


def _is_of_account(column: Column[Any]) -> bool:
    return column.table is account or any(key.target_fullname == "account.id" for key in column.foreign_keys)


def merge(session: Session, perimeter: Perimeter, pair: Pair, shared: Iterable[SharedProject]) -> None:
    """Let one record take the place of the other, in the writing in course; raises NotFound.

    ``shared`` says how they act where a team has both. Nothing here asks whether it may be: see ``mergeable``.
    """
    for each in (pair.kept_id, pair.leftover_id):
        get_person(session, perimeter, each)
    names = {"kept": pair.kept_id, "leftover": pair.leftover_id}
    _pick_anew(session, perimeter, pair)
    _join_accounts(session, pair)
    _join_memberships(session, names)
    _join_teams(session, pair, shared)
    _keep_request(session, names)
    for table in (provided_role, unwanted_mail, mail_pace, entered_person):
        _join(session, table, names)
    session.execute(circuit_step.update().where(*_STEPS).values(person_id=_KEPT), names)
    for column in map(_column, (name for name, outcome in COLUMNS.items() if outcome is Outcome.MOVED)):
        session.execute(column.table.update().where(column == _LEFTOVER).values({column.name: _KEPT}), names)
    for table in (presence, data_copy):
        session.execute(table.delete().where(table.c.person_id == _LEFTOVER), names)
    touched(session, _HIDE, bound(perimeter, hidden=pair.leftover_id, kept=pair.kept_id))


def _pick_anew(session: Session, perimeter: Perimeter, pair: Pair) -> None:
    """Let the answers of drafts that chose the leftover record from a list of people choose the other one.

    Sealed answers are no choices from a list. What a web process remembers of a draft is remembered by its revision.
    """
    picked, instead = json.dumps(pair.leftover_id), json.dumps(pair.kept_id)
    values = bound(perimeter, picked=picked, leftover=pair.leftover_id)
    session.execute(_REVISE, values)
    for table in (answer, prefilled):
        chosen = (table.c.value.contains(bindparam("picked")), table.c.draft_id.in_(_OPEN))
        anew = table.update().where(*chosen).values(value=func.replace(table.c.value, picked, instead))
        session.execute(anew, bound(perimeter, picked=picked))


def _join_accounts(session: Session, pair: Pair) -> None:
    """Close the account that does not stay, with its sessions; who comes by a provider comes to the one that does."""
    accounts = {
        row.person_id: row.id
        for row in session.execute(_ACCOUNTS, {"kept": pair.kept_id, "leftover": pair.leftover_id})
    }
    staying = accounts.pop(pair.account_of, None)
    if staying is None:
        return
    for closed in accounts.values():
        session.execute(identity.update().where(identity.c.account_id == closed).values(account_id=staying))
        session.execute(account.delete().where(account.c.id == closed))
    session.execute(account.update().where(account.c.id == staying).values(person_id=pair.kept_id))


def _join_memberships(session: Session, names: Mapping[str, str]) -> None:
    """Every role once, up to the later of its ends."""
    ends: dict[tuple[str, str], set[date | None]] = {}
    for row in session.execute(_MEMBERSHIPS, names):
        ends.setdefault((row.organisation_id, row.role), set()).add(row.until)
    session.execute(membership.delete().where(membership.c.person_id == _LEFTOVER), names)
    rows = [
        {"person_id": names["kept"], "organisation_id": place, "role": role, "until": _latest(until)}
        for (place, role), until in sorted(ends.items())
    ]
    if rows:
        session.execute(replacing(session, membership, "until"), rows)


def _latest(ends: Iterable[date | None]) -> date | None:
    days = [day for day in ends if day is not None]
    return None if None in ends else max(days)


def _keep_request(session: Session, names: Mapping[str, str]) -> None:
    """What the leftover record asked of its data, and nobody answered, is asked by the one that is kept."""
    row = session.execute(_ASKED, names).one_or_none()
    if row is not None:
        asks = entered_person.update().where(entered_person.c.person_id == _KEPT, entered_person.c.request == "")
        session.execute(asks.values(**row._asdict()), names)


def _join_teams(session: Session, pair: Pair, shared: Iterable[SharedProject]) -> None:
    for each in shared:
        there = project_member.c.project_id == each.id
        roles = {"role": each.role, "also": " ".join(each.also) or None}
        mine, theirs = (project_member.c.person_id == id_ for id_ in (pair.kept_id, pair.leftover_id))
        session.execute(project_member.update().where(there, mine).values(**roles))
        session.execute(project_member.delete().where(there, theirs))
    theirs = project_member.c.person_id == pair.leftover_id
    session.execute(project_member.update().where(theirs).values(person_id=pair.kept_id))


def _join(session: Session, table: Table, names: Mapping[str, str]) -> None:
    """Move the rows that the kept record has not; the others go."""
    mine = table.alias("mine")
    same = [mine.c[key.name] == table.c[key.name] for key in table.primary_key if key.name != "person_id"]
    known = select(mine.c.person_id).where(mine.c.person_id == _KEPT, *same).exists()
    session.execute(table.update().where(table.c.person_id == _LEFTOVER, ~known).values(person_id=_KEPT), names)
    session.execute(table.delete().where(table.c.person_id == _LEFTOVER), names)
