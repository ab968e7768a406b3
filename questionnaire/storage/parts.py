"""The parts of submissions (steps, acts, revisions), in three statements for any number of submissions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle import Act, ActKind, Method, Revision, RevisionKind, Step
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.documents import act, circuit_step, revision, submission
from questionnaire.storage.tables.organisations import person


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to one submission: steps in order, acts as received, revisions as made."""

    steps: tuple[Step, ...] = ()
    acts: tuple[Act, ...] = ()
    revisions: tuple[Revision, ...] = ()


def _part(table: Table, *order: ColumnElement[Any]) -> Select[Any]:
    return (
        select(table)
        .join(submission, submission.c.id == table.c.submission_id)
        .where(submission.c.id.in_(bindparam("submissions", expanding=True)), inside(submission))
        .order_by(*order)
    )


_KNOWN_AS = person.alias("known_as")


def _of_people(table: Table, *order: ColumnElement[Any]) -> Select[Any]:
    """The same, each with the record that stands today for its person: theirs may be merged since."""
    today = func.coalesce(_KNOWN_AS.c.merged_into, table.c.person_id).label("today")
    return _part(table, *order).add_columns(today).outerjoin(_KNOWN_AS, _KNOWN_AS.c.id == table.c.person_id)


_STEPS = _of_people(circuit_step, circuit_step.c.position)
_ACTS = _of_people(act, act.c.at, act.c.id)
_REVISIONS = _part(revision, revision.c.position)


def parts_of(session: Session, perimeter: Perimeter, submission_ids: Iterable[str]) -> dict[str, Parts]:
    """The parts of each of these submissions, by id; nothing for those outside the perimeter."""
    values = bound(perimeter, submissions=list(submission_ids))
    steps, acts, revisions = (_by_submission(session, statement, values) for statement in (_STEPS, _ACTS, _REVISIONS))
    return {
        id_: Parts(tuple(map(_step, steps[id_])), tuple(map(_act, acts[id_])), tuple(map(_revision, revisions[id_])))
        for id_ in values["submissions"]
    }


def _by_submission(session: Session, statement: Select[Any], values: dict[str, Any]) -> dict[str, list[Row[Any]]]:
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(statement, values):
        groups[row.submission_id].append(row)
    return groups


def _step(row: Row[Any]) -> Step:
    return Step(row.name, row.field, row.role, ActKind(row.act), row.rank, row.optional, row.today)


def _act(row: Row[Any]) -> Act:
    return Act(
        row.id,
        row.step,
        row.today,
        row.name,
        row.typed_name,
        row.role,
        Method(row.method),
        row.consent,
        row.at,
    )


def _revision(row: Row[Any]) -> Revision:
    return Revision(row.position, RevisionKind(row.kind), row.act_id, row.sha256, row.size, row.at)
