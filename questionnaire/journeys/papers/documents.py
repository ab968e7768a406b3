"""A finalised document as its people see it: what it is, what is awaited, its file at this moment."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from questionnaire.access import Action, Actor, Relation, Role, allowed, require
from questionnaire.access.deeds import DeedKind
from questionnaire.content import Trail, read_trail
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Context, FilledForm, Origin, fill, from_sheet, public
from questionnaire.filling.listing import read_lists
from questionnaire.filling.reasons import read_reasons
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.emblems import FrozenLook, read_look
from questionnaire.lifecycle import Progress, Revision, Step, Submission, awaited
from questionnaire.spec import Form
from questionnaire.storage import submissions
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.errors import NotFound
from questionnaire.storage.records import SubmissionHead
from questionnaire.storage.transaction import reading


class NotDrawnYet(QuestionnaireError):
    """The PDF is still being drawn."""


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A submission, the role of the person in its project, whether it is their own, and how far it is.

    ``named`` tells that a step of its circuit awaits that very person.
    """

    submission: Submission
    progress: Progress
    form: Form
    role: Role | None
    own: bool = False
    named: bool = False

    @property
    def drawn(self) -> bool:
        """Whether there is a PDF to read, or none to wait for."""
        return bool(self.progress.revisions) or not self.submission.filed

    @property
    def unsigned(self) -> bool:
        """Whether nobody has signed yet although somebody should."""
        return bool(self.submission.steps) and not self.submission.acts

    @property
    def last(self) -> Revision:
        """The newest state of the PDF; raises NotDrawnYet."""
        if not self.progress.revisions:
            raise NotDrawnYet("Ce document est encore en préparation.")
        return self.progress.revisions[-1]

    def signed_by(self, person_id: str) -> bool:
        """Whether this person has signed it."""
        return any(act.person_id == person_id for act in self.submission.acts)

    def step_for(self, person_id: str) -> Step | None:
        """The step that awaits this person now, if any."""
        turn = awaited(self.submission.steps, self.submission.acts)
        return next((step for step in turn if person_id == step.person_id or self._by_role(step)), None)

    def _by_role(self, step: Step) -> bool:
        return step.person_id is None and step.role == self.role

    def filled(self) -> FilledForm:
        """The frozen answers with all that the rules said of them at the freeze."""
        return refill(self.form, self.submission)

    def relation(self) -> Relation:
        """How the person stands to it."""
        return Relation(self.submission.organisation_id, self.role, self.form.access, own=self.own, named=self.named)


def subject_of(opened: OpenDocument) -> Subject:
    """A document as the audit log names it."""
    submission = opened.submission
    return Subject(submission.organisation_id, submission.id, f"{submission.reference} {submission.title}")


def read_document(desk: Desk, actor: Actor, opened: OpenDocument) -> None:
    """Record that a person was shown a document."""
    note(desk, actor, DeedKind.DOCUMENT_READ, subject_of(opened))


def open_document(desk: Desk, actor: Actor, submission_id: str, action: Action = Action.READ_DOCUMENT) -> OpenDocument:
    """Open a finalised document; raises NotFound or Forbidden."""
    with reading(desk.session):
        return load_document(desk, actor, submission_id, action)


def load_document(desk: Desk, actor: Actor, submission_id: str, action: Action) -> OpenDocument:
    """The same within the transaction in course."""
    head = submissions.head(desk.session, actor.perimeter, submission_id, actor.person.id)
    submission, progress = submissions.load(desk.session, actor.perimeter, submission_id)
    form = desk.shelf.version(desk.session, submission.form.digest)
    person = actor.person.id
    named = any(step.person_id == person for step in submission.steps)
    opened = OpenDocument(submission, progress, form, head.role, submission.frozen_by == person, named)
    require(actor, action, opened.relation())
    return opened


def mine(desk: Desk, actor: Actor) -> tuple[SubmissionHead, ...]:
    """The documents that one may read in one's projects, the latest first."""
    with reading(desk.session) as session:
        heads = submissions.of_person(session, actor.perimeter, actor.person.id)
        return tuple(head for head in heads if may_read(desk, actor, head))


def may_read(desk: Desk, actor: Actor, head: SubmissionHead) -> bool:
    """Whether the actor may open a document, within the transaction in course."""
    form = desk.shelf.version(desk.session, head.digest)
    own = head.frozen_by == actor.person.id
    return allowed(actor, Action.READ_DOCUMENT, Relation(head.organisation_id, head.role, form.access, own=own))


def current_pdf(desk: Desk, actor: Actor, blobs: Blobs, submission_id: str) -> tuple[str, bytes]:
    """The name and the bytes of the newest state of the PDF."""
    opened = open_document(desk, actor, submission_id)
    if not opened.submission.filed:
        raise NotFound("Ce document n’a pas de fichier.")
    note(desk, actor, DeedKind.DOCUMENT_DOWNLOADED, subject_of(opened))
    return f"{opened.submission.reference}.pdf", blobs.get(submission_id, opened.last.sha256)


@dataclass(frozen=True, slots=True)
class FrozenContext:
    """The context of a freeze, read back."""

    context: Context
    organisation: str
    trail: Trail
    look: FrozenLook


def read_context(text: str) -> FrozenContext:
    """What ``finalising.write_context`` wrote."""
    kept = json.loads(text)
    now = datetime.fromisoformat(kept["now"])
    origins = {path: Origin(text, document=True) for path, text in kept.get("origins", {}).items()}
    lists = read_lists(kept.get("lists", {}))
    context = Context(
        now,
        ZoneInfo(kept["timezone"]),
        lists=lists,
        settings=kept["settings"],
        origins=origins,
        reasons=read_reasons(kept.get("reasons", {})),
    )
    return FrozenContext(context, kept["organisation"], read_trail(kept.get("trail")), read_look(kept.get("look")))


class Frozen(Protocol):
    """What was frozen, as JSON texts."""

    @property
    def answers(self) -> str:
        """The answers, as a file of answers has them."""

    @property
    def context(self) -> str:
        """What the rules knew beside."""


def refill(form: Form, submission: Frozen) -> FilledForm:
    """The form filled with what was frozen, in the context of the freeze: always the same result."""
    answers, _ = from_sheet(form, json.loads(submission.answers))
    return public(fill(form, answers, read_context(submission.context).context))
