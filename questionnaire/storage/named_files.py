"""Which files the rows of the database name, to tell what is kept for nothing and what is missing."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.blanks import blank
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.tables.documents import revision, submission
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.files import file_clearing, joined_file

Names = frozenset[tuple[str, str]]
"""Pairs of whose a file is, by the id in its row, and its SHA-256."""

_DOCUMENTS = (
    select(submission.c.id, revision.c.sha256)
    .join(revision, revision.c.submission_id == submission.c.id)
    .where(inside(submission))
)
_JOINED = (
    select(draft.c.id, joined_file.c.sha256)
    .join(joined_file, joined_file.c.draft_id == draft.c.id)
    .where(inside(draft))
)
_BLANKS = select(blank.c.organisation_id, blank.c.sha256).where(blank.c.sha256.is_not(None), inside(blank))
_COPIES = select(data_copy.c.person_id, data_copy.c.sha256).where(data_copy.c.sha256.is_not(None), inside(data_copy))
_CLEARING = select(file_clearing.c.draft_id).where(inside(file_clearing))


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """The files of submissions, drafts, organisations (blank forms) and people; ``clearing`` are drafts to clear."""

    documents: Names = frozenset()
    joined: Names = frozenset()
    blanks: Names = frozenset()
    copies: Names = frozenset()
    clearing: frozenset[str] = frozenset()


def named_files(session: Session, perimeter: Perimeter) -> NamedFiles:
    """Every file that a row of a perimeter names."""
    return NamedFiles(
        documents=_names(session, perimeter, _DOCUMENTS),
        joined=_names(session, perimeter, _JOINED),
        blanks=_names(session, perimeter, _BLANKS),
        copies=_names(session, perimeter, _COPIES),
        clearing=frozenset(session.scalars(_CLEARING, bound(perimeter))),
    )


def _names(session: Session, perimeter: Perimeter, statement: Select[Any]) -> Names:
    return frozenset((row[0], row[1]) for row in session.execute(statement, bound(perimeter)))
