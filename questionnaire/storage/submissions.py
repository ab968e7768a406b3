"""Submissions: what was frozen, with its circuit and its acts; and what remains to be done for each."""

from typing import Any

from sqlalchemy import Row, Select, bindparam, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.lifecycle import (
    SEALED,
    UNFILED,
    FormRef,
    Progress,
    State,
    Submission,
    Work,
    next_work,
    waits_since,
)
from questionnaire.storage import register_lines
from questionnaire.storage.cipher import Cipher
from questionnaire.storage.parts import Parts, parts_of
from questionnaire.storage.records import SubmissionHead, WaitingWork
from questionnaire.storage.scope import bound, claim, inside, one
from questionnaire.storage.sealing import cipher_of, submission_place
from questionnaire.storage.tables.archive import archived_document
from questionnaire.storage.tables.documents import circuit_step, revision, submission
from questionnaire.storage.tables.projects import project_member

_SUBMISSION = select(submission).where(submission.c.id == bindparam("submission"), inside(submission))
_HEADS: Select[Any] = (
    select(
        *(column for column in submission.c if column.name not in {"answers", "context"}),
        archived_document.c.id.label("archived_id"),
        project_member.c.role,
    )
    .select_from(submission)
    .outerjoin(archived_document, archived_document.c.submission_id == submission.c.id)
    .outerjoin(
        project_member,
        (project_member.c.project_id == submission.c.project_id) & (project_member.c.person_id == bindparam("person")),
    )
    .where(inside(submission))
    .order_by(submission.c.frozen_at.desc(), submission.c.id)
)
_HEAD = _HEADS.where(submission.c.id == bindparam("submission"))
_OF_PERSON = _HEADS.where(project_member.c.role.is_not(None))
_OF_PROJECT = _HEADS.where(submission.c.project_id == bindparam("project"))
_OF_DRAFT = select(submission.c.id).where(submission.c.draft_id == bindparam("draft"), inside(submission))
_CALLED = select(submission.c.id).where(submission.c.reference == bindparam("reference"), inside(submission))
_UNFINISHED = (
    select(submission.c.id, submission.c.archive, submission.c.frozen_at)
    .outerjoin(archived_document, archived_document.c.submission_id == submission.c.id)
    .where(
        inside(submission),
        archived_document.c.id.is_(None),
        submission.c.archive != UNFILED,
        # A personal copy is done once it is drawn.
        or_(
            submission.c.archive == SEALED,
            ~select(revision).where(revision.c.submission_id == submission.c.id).exists(),
        ),
    )
    .order_by(submission.c.frozen_at, submission.c.id)
)
_AWAITING = (
    select(submission.c.id)
    .where(inside(submission), submission.c.state == State.A_SIGNER)
    .order_by(submission.c.frozen_at, submission.c.id)
)
_ARCHIVED = select(archived_document.c.id).where(archived_document.c.submission_id == bindparam("submission"))


def add(session: Session, perimeter: Perimeter, new: Submission, *, sensitive: bool = False) -> None:
    """Store what was frozen, with its circuit; close its draft in the same transaction (``drafts.close``).

    ``sensitive`` tells that some of its answers are: all of them are then sealed, where there is a key.
    """
    claim(perimeter, new.organisation_id)
    cipher = cipher_of(session) if sensitive else Cipher()
    session.execute(
        submission.insert().values(
            id=new.id,
            organisation_id=new.organisation_id,
            project_id=new.project_id,
            draft_id=new.draft_id,
            form=new.form.form,
            version=new.form.version,
            digest=new.form.digest,
            title=new.title,
            reference=new.reference,
            control_code=new.control_code,
            answers=cipher.seal(new.answers, *submission_place(new.id, "answers")),
            context=cipher.seal(new.context, *submission_place(new.id, "context")),
            frozen_at=new.frozen_at,
            frozen_by=new.frozen_by,
            state=new.state,
            archive=new.archive,
        )
    )
    steps = [_step_row(new, position) for position in range(len(new.steps))]
    if steps:
        session.execute(circuit_step.insert(), steps)
    if not new.personal:
        register_lines.enter(session, new)


def _step_row(new: Submission, position: int) -> dict[str, Any]:
    step = new.steps[position]
    return {
        "submission_id": new.id,
        "position": position,
        "name": step.name,
        "field": step.field,
        "role": step.role,
        "act": step.act,
        "rank": step.rank,
        "optional": step.optional,
        "person_id": step.person_id,
    }


def get(session: Session, perimeter: Perimeter, submission_id: str) -> Submission:
    """A submission with its steps and its acts; raises NotFound."""
    return load(session, perimeter, submission_id)[0]


def load(session: Session, perimeter: Perimeter, submission_id: str) -> tuple[Submission, Progress]:
    """A submission and the facts that tell what remains to be done for it; raises NotFound."""
    row = one(session, _SUBMISSION, bound(perimeter, submission=submission_id))
    parts = parts_of(session, perimeter, [submission_id])[submission_id]
    archived = session.execute(_ARCHIVED, {"submission": submission_id}).first() is not None
    read = _submission(row, parts, cipher_of(session))
    return read, _progress(parts, archived=archived, archive=read.archive)


def head(session: Session, perimeter: Perimeter, submission_id: str, person_id: str) -> SubmissionHead:
    """A submission without its contents, and the role of the person who asks; raises NotFound."""
    return _head(one(session, _HEAD, bound(perimeter, submission=submission_id, person=person_id)))


def of_person(session: Session, perimeter: Perimeter, person_id: str) -> tuple[SubmissionHead, ...]:
    """The documents of the projects in which a person has a role, the latest first."""
    return tuple(map(_head, session.execute(_OF_PERSON, bound(perimeter, person=person_id))))


def of_project(session: Session, perimeter: Perimeter, project_id: str, person_id: str) -> tuple[SubmissionHead, ...]:
    """The documents of a project, the latest first, with the role of the person who asks."""
    rows = session.execute(_OF_PROJECT, bound(perimeter, project=project_id, person=person_id))
    return tuple(map(_head, rows))


def of_draft(session: Session, perimeter: Perimeter, draft_id: str) -> str | None:
    """The id of the submission made of a draft, if it was finalised."""
    return session.execute(_OF_DRAFT, bound(perimeter, draft=draft_id)).scalar_one_or_none()


def called(session: Session, perimeter: Perimeter, reference: str) -> tuple[str, ...]:
    """The ids of the documents of this reference: one per organisation at most."""
    return tuple(session.execute(_CALLED, bound(perimeter, reference=reference)).scalars())


def awaiting(session: Session, perimeter: Perimeter) -> tuple[str, ...]:
    """The ids of the documents that wait for signatures, oldest first."""
    return tuple(session.scalars(_AWAITING, bound(perimeter)))


def to_do(session: Session, perimeter: Perimeter) -> tuple[tuple[str, Work], ...]:
    """The next work of every document that has some, oldest first: what the runner asks at each wake-up."""
    return tuple((each.submission_id, each.work) for each in waiting_works(session, perimeter))


def waiting_works(session: Session, perimeter: Perimeter) -> tuple[WaitingWork, ...]:
    """The same, with since when each waits."""
    kept = {row.id: row for row in session.execute(_UNFINISHED, bound(perimeter))}
    parts = parts_of(session, perimeter, kept)
    works = ((row, next_work(_progress(parts[id_], archived=False, archive=row.archive))) for id_, row in kept.items())
    return tuple(
        WaitingWork(row.id, work, waits_since(work, row.frozen_at, parts[row.id].revisions))
        for row, work in works
        if work is not None
    )


def _progress(parts: Parts, *, archived: bool, archive: str) -> Progress:
    personal, filed = archive != SEALED, archive != UNFILED
    return Progress(parts.steps, parts.acts, parts.revisions, archived, personal, filed)


def _submission(row: Row[Any], parts: Parts, cipher: Cipher) -> Submission:
    return Submission(
        id=row.id,
        organisation_id=row.organisation_id,
        project_id=row.project_id,
        draft_id=row.draft_id,
        form=FormRef(row.form, row.version, row.digest),
        title=row.title,
        reference=row.reference,
        control_code=row.control_code,
        answers=cipher.open(row.answers, *submission_place(row.id, "answers")),
        context=cipher.open(row.context, *submission_place(row.id, "context")),
        frozen_at=row.frozen_at,
        frozen_by=row.frozen_by,
        steps=parts.steps,
        acts=parts.acts,
        archive=row.archive,
    )


def _head(row: Row[Any]) -> SubmissionHead:
    return SubmissionHead(
        id=row.id,
        organisation_id=row.organisation_id,
        project_id=row.project_id,
        draft_id=row.draft_id,
        form=row.form,
        title=row.title,
        reference=row.reference,
        state=State(row.state),
        frozen_at=row.frozen_at,
        archived_id=row.archived_id,
        role=Role(row.role) if row.role else None,
        frozen_by=row.frozen_by,
        digest=row.digest,
    )
