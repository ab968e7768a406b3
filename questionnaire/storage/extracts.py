"""What archived documents of one form hold, read for an extract: one after the other, in the order of the archive."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.sealing import cipher_of, submission_place
from questionnaire.storage.tables.archive import archived_document
from questionnaire.storage.tables.documents import submission

_BATCH = 200

_FORMS = (
    select(submission.c.form, submission.c.digest, func.count().label("number"))
    .join(archived_document, archived_document.c.submission_id == submission.c.id)
    .where(inside(archived_document))
    .group_by(submission.c.form, submission.c.digest)
    .order_by(submission.c.form, func.max(submission.c.frozen_at))
)


@dataclass(frozen=True, slots=True)
class Sought:
    """The documents of a form, archived from ``since`` on and before ``until``, where they are given."""

    form: str
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ExtractedRow:
    """One document; ``digest`` is that of the version of its form, ``answers`` and ``context`` are JSON texts."""

    id: str
    organisation_id: str
    project_id: str
    digest: str
    reference: str
    title: str
    frozen_at: datetime
    answers: str = field(repr=False)
    context: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form of which ``number`` documents are archived, the last one in the version ``digest``."""

    name: str
    digest: str
    number: int


def forms(session: Session, perimeter: Perimeter) -> tuple[FormRow, ...]:
    """The forms of which documents are archived there."""
    found: dict[str, FormRow] = {}
    for row in session.execute(_FORMS, bound(perimeter)):
        before = found[row.form].number if row.form in found else 0
        found[row.form] = FormRow(row.form, row.digest, before + row.number)
    return tuple(found.values())


def number(session: Session, perimeter: Perimeter, sought: Sought) -> int:
    """How many documents are sought."""
    statement = _narrowed(select(func.count()).select_from(archived_document), sought)
    found: int = session.execute(statement, bound(perimeter, form=sought.form)).scalar_one()
    return found


def rows(session: Session, perimeter: Perimeter, sought: Sought) -> Iterator[ExtractedRow]:
    """The documents, the first archived first."""
    cipher = cipher_of(session)
    columns = (submission.c[each.name] for each in fields(ExtractedRow))
    joined = select(*columns).join(archived_document, archived_document.c.submission_id == submission.c.id)
    statement = _narrowed(joined, sought).order_by(archived_document.c.archived_at, archived_document.c.id)
    for row in session.execute(statement.execution_options(yield_per=_BATCH), bound(perimeter, form=sought.form)):
        yield ExtractedRow(
            id=row.id,
            organisation_id=row.organisation_id,
            project_id=row.project_id,
            digest=row.digest,
            reference=row.reference,
            title=row.title,
            frozen_at=row.frozen_at,
            answers=cipher.open(row.answers, *submission_place(row.id, "answers")),
            context=cipher.open(row.context, *submission_place(row.id, "context")),
        )


def _narrowed(statement: Select[Any], sought: Sought) -> Select[Any]:
    conditions = [inside(archived_document), archived_document.c.form == bindparam("form")]
    if sought.since is not None:
        conditions.append(archived_document.c.archived_at >= sought.since)
    if sought.until is not None:
        conditions.append(archived_document.c.archived_at < sought.until)
    return statement.where(*conditions)
