"""Giving a joined file to somebody who may read the answer that names it."""

from collections.abc import Iterator

from questionnaire.access import Action, Actor, Relation, require
from questionnaire.filling.joined import joined_files
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import open_draft
from questionnaire.journeys.drafting.joining import named
from questionnaire.journeys.papers.apart import readable
from questionnaire.journeys.papers.archiving import frozen_files
from questionnaire.journeys.papers.documents import OpenDocument, open_document
from questionnaire.spec.values import FileRef, Files
from questionnaire.storage import archive, submissions
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.transaction import reading

Fetched = tuple[FileRef, bytes]


def of_draft(desk: Desk, actor: Actor, blobs: Blobs, draft_id: str, sha256: str) -> Fetched:
    """A file of a draft; raises NoSuchFile also for one that is hidden, reserved or taken away."""
    opened = open_draft(desk, actor, draft_id, Action.READ_DRAFT)
    ref = named((ref for _, ref in joined_files(opened.fill())), sha256)
    return ref, blobs.get(draft_id, sha256)


def of_document(desk: Desk, actor: Actor, blobs: Blobs, submission_id: str, sha256: str) -> Fetched:
    """A file of a finalised document, those of the reserved answers that the actor may read among them."""
    opened = open_document(desk, actor, submission_id)
    ref = named(annexed(desk, actor, opened), sha256)
    return ref, blobs.get(opened.submission.draft_id, sha256)


def annexed(desk: Desk, actor: Actor, opened: OpenDocument) -> tuple[FileRef, ...]:
    """The files of a document that the actor may read, each once."""
    common = frozen_files(opened.form, opened.submission)
    return tuple(dict.fromkeys((*common, *_reserved(desk, actor, opened))))


def _reserved(desk: Desk, actor: Actor, opened: OpenDocument) -> Iterator[FileRef]:
    for answer in readable(desk, actor, opened):
        question = opened.form.questions[answer.path.rpartition(".")[2]]
        value = question.kind.from_json(answer.value, question)
        yield from value.refs if isinstance(value, Files) else ()


def of_archive(desk: Desk, actor: Actor, blobs: Blobs, document_id: str, sha256: str) -> Fetched:
    """A file of an archived document, for those who read the archive."""
    with reading(desk.session) as session:
        document = archive.get(session, actor.perimeter, document_id)
        submission = submissions.get(session, actor.perimeter, document.submission_id)
        form = desk.shelf.version(session, submission.form.digest)
    require(actor, Action.OPEN_ARCHIVE, Relation(document.organisation_id, None, form.access))
    ref = named(frozen_files(form, submission), sha256)
    return ref, blobs.get(submission.draft_id, sha256)
