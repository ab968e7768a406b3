"""The archive as the quality department reads it: one document, its file."""

from dataclasses import dataclass

from questionnaire.access import Action, Actor, Relation, require
from questionnaire.access.deeds import DeedKind
from questionnaire.filling.joined import joined_files
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.documents import refill
from questionnaire.lifecycle import Act, ArchivedDocument, Submission
from questionnaire.spec import Form
from questionnaire.spec.values import FileRef
from questionnaire.storage import archive, submissions
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.errors import StorageError
from questionnaire.storage.transaction import reading


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """An archived document, who signed it, the form that it was made with, the files joined to it."""

    document: ArchivedDocument
    acts: tuple[Act, ...]
    form: Form
    intact: bool
    annexes: tuple[FileRef, ...] = ()


def open_archived(desk: Desk, actor: Actor, blobs: Blobs, document_id: str) -> OpenArchive:
    """An archived document; its file is read and compared with its SHA-256. Raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        document = archive.get(session, actor.perimeter, document_id)
        submission = submissions.get(session, actor.perimeter, document.submission_id)
        form = desk.shelf.version(session, submission.form.digest)
    require(actor, Action.OPEN_ARCHIVE, Relation(document.organisation_id, None, form.access))
    note(desk, actor, DeedKind.ARCHIVE_READ, _subject(document))
    annexes = frozen_files(form, submission)
    return OpenArchive(document, submission.acts, form, is_intact(blobs, document), annexes)


def frozen_files(form: Form, submission: Submission) -> tuple[FileRef, ...]:
    """The files that the common part of a document names, each once."""
    if not any(question.files for question in form.questions.values()):
        return ()
    return tuple(dict.fromkeys(ref for _, ref in joined_files(refill(form, submission))))


def archived_pdf(desk: Desk, actor: Actor, blobs: Blobs, document_id: str) -> tuple[str, bytes]:
    """The name and the bytes of an archived file; raises BlobDamaged or BlobMissing when it was touched."""
    with reading(desk.session) as session:
        document = archive.get(session, actor.perimeter, document_id)
    require(actor, Action.OPEN_ARCHIVE, Relation(document.organisation_id))
    note(desk, actor, DeedKind.ARCHIVE_DOWNLOADED, _subject(document))
    return f"{document.reference}.pdf", blobs.get(document.submission_id, document.sha256)


def _subject(document: ArchivedDocument) -> Subject:
    return Subject(document.organisation_id, document.id, f"{document.reference} {document.title}")


def is_intact(blobs: Blobs, document: ArchivedDocument) -> bool:
    """Whether the file is there and its content is the one that was archived."""
    try:
        blobs.get(document.submission_id, document.sha256)
    except StorageError:
        return False
    return True
