"""What stands around the answers of a draft, in one statement: parts given out, comments, where somebody was last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, String, bindparam, case, exists, func, literal, select, true, union_all
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.drafts import HEAD_ANYWHERE, head_of_row
from questionnaire.storage.errors import NotFound
from questionnaire.storage.prepared import Prepared
from questionnaire.storage.records import DraftHead
from questionnaire.storage.scope import UNKNOWN, bound, inside
from questionnaire.storage.tables.answers import answer, prefilled
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.tables.presence import presence
from questionnaire.storage.tables.projects import project_member
from questionnaire.storage.tables.together import assignment, comment

_NONE, _NOTHING = literal(0, Integer), literal("", String)
_OPEN = func.sum(case((comment.c.resolved_at.is_(None), 1), else_=0))
_EACH = union_all(
    select(
        literal("given").label("kind"),
        assignment.c.section.label("key"),
        _NONE.label("total"),
        _NONE.label("open"),
        assignment.c.person_id.label("person_id"),
        (person.c.first_name + " " + person.c.last_name).label("name"),
        assignment.c.at.label("at"),
    )
    .join(person, person.c.id == assignment.c.person_id)
    .where(assignment.c.draft_id == bindparam("draft")),
    select(literal("thread"), comment.c.path, func.count(), _OPEN, _NOTHING, _NOTHING, func.max(comment.c.at))
    .where(comment.c.draft_id == bindparam("draft"))
    .group_by(comment.c.path),
    select(literal("visit"), presence.c.section, _NONE, _NONE, presence.c.person_id, _NOTHING, presence.c.at).where(
        presence.c.draft_id == bindparam("draft"), presence.c.person_id == bindparam("person")
    ),
).subquery("mark")
_MARK = tuple(column.label(f"mark_{column.name}") for column in _EACH.c)
_MARKS = select(*_MARK).join_from(draft, _EACH, true()).where(draft.c.id == bindparam("draft"), inside(draft))
_WITH_HEAD = Prepared(HEAD_ANYWHERE.add_columns(*_MARK).outerjoin(_EACH, true()))
_TEAM_OF = (
    select(draft.c.id)
    .join(project_member, project_member.c.project_id == draft.c.project_id)
    .where(project_member.c.person_id == bindparam("person"), draft.c.finalised_at.is_(None), inside(draft))
)
_IS_PREFILLED = exists().where(
    prefilled.c.draft_id == answer.c.draft_id, prefilled.c.path == answer.c.path, prefilled.c.value == answer.c.value
)
"""Given by the machine when the draft began: nobody was there."""
_RANK = func.row_number().over(partition_by=answer.c.draft_id, order_by=(answer.c.at.desc(), answer.c.revision.desc()))
_LAST_ANSWERS = (
    select(answer.c.draft_id, answer.c.path, answer.c.at, _RANK.label("rank"))
    .where(answer.c.person_id == bindparam("person"), answer.c.draft_id.in_(_TEAM_OF), ~_IS_PREFILLED)
    .subquery()
)
_PLACES = union_all(
    select(
        presence.c.draft_id.label("draft_id"),
        presence.c.section.label("place"),
        presence.c.at.label("at"),
    ).where(presence.c.person_id == bindparam("person"), presence.c.draft_id.in_(_TEAM_OF)),
    select(_LAST_ANSWERS.c.draft_id, _LAST_ANSWERS.c.path, _LAST_ANSWERS.c.at).where(_LAST_ANSWERS.c.rank == 1),
)


@dataclass(frozen=True, slots=True)
class Holder:
    """The person to whom a section is given."""

    person_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Thread:
    """How many comments a question has, and how many are not settled."""

    total: int
    open: int


@dataclass(frozen=True, slots=True)
class Marks:
    """``given`` by section, ``threads`` by path; ``visit`` is the section where the person asking was last seen."""

    given: Mapping[str, Holder] = field(default_factory=dict)
    threads: Mapping[str, Thread] = field(default_factory=dict)
    visit: tuple[str, datetime] | None = None


def of_draft(session: Session, perimeter: Perimeter, draft_id: str, person_id: str) -> Marks:
    """The marks of a draft as a person sees it."""
    return _marks(session.execute(_MARKS, bound(perimeter, draft=draft_id, person=person_id)))


def with_head(session: Session, perimeter: Perimeter, draft_id: str, person_id: str) -> tuple[DraftHead, Marks]:
    """A draft and its marks as a person sees them, in one statement; raises NotFound."""
    rows = _WITH_HEAD.rows(session, draft=draft_id, person=person_id)
    if not rows or rows[0].organisation_id not in perimeter:
        raise NotFound(UNKNOWN)
    return head_of_row(rows[0], person_id), _marks(rows)


def _marks(rows: Iterable[Row[Any]]) -> Marks:
    given: dict[str, Holder] = {}
    threads: dict[str, Thread] = {}
    visit = None
    for row in rows:
        match row.mark_kind:
            case "given":
                given[row.mark_key] = Holder(row.mark_person_id, row.mark_name)
            case "thread":
                threads[row.mark_key] = Thread(row.mark_total, row.mark_open)
            case "visit":
                visit = (row.mark_key, row.mark_at)
    return Marks(given, threads, visit)


def last_places(session: Session, perimeter: Perimeter, person_id: str) -> dict[str, str]:
    """By draft of a person's teams, where they were last: the name of a section, or the path of an answer."""
    latest: dict[str, tuple[datetime, str]] = {}
    for row in session.execute(_PLACES, bound(perimeter, person=person_id)):
        known = latest.get(row.draft_id)
        if known is None or known[0] < row.at:
            latest[row.draft_id] = (row.at, row.place)
    return {draft_id: place for draft_id, (_, place) in latest.items()}
