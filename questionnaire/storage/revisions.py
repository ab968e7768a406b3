"""Revisions of a document's file: what each one is; the bytes are blobs whose owner is the submission."""

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle import Revision
from questionnaire.storage.errors import AlreadyMade
from questionnaire.storage.parts import parts_of
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.documents import revision, submission

_PLACE = select(submission.c.id).where(submission.c.id == bindparam("submission"), inside(submission))


def add(session: Session, perimeter: Perimeter, submission_id: str, new: Revision) -> None:
    """Enter a revision whose bytes are stored already; raises AlreadyMade if its place or act is taken."""
    one(session, _PLACE, bound(perimeter, submission=submission_id))
    values = {
        "submission_id": submission_id,
        "position": new.position,
        "kind": new.kind,
        "act_id": new.act_id,
        "sha256": new.sha256,
        "size": new.size,
        "at": new.at,
    }
    try:
        with session.begin_nested():
            session.execute(revision.insert(), values)
    except IntegrityError as error:
        raise AlreadyMade("Cette révision du document existe déjà.") from error


def of_submission(session: Session, perimeter: Perimeter, submission_id: str) -> tuple[Revision, ...]:
    """The revisions of a document's file, in the order made; raises NotFound."""
    one(session, _PLACE, bound(perimeter, submission=submission_id))
    return parts_of(session, perimeter, [submission_id])[submission_id].revisions
