"""Producing the file of a finalised document, one step at a time: draw, show each act, seal, archive.

What to do is read from what is stored. The bytes are kept before the fact is recorded, so a crash between the two
only means doing the step again; a file that no fact names is swept away at the end.
"""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Perimeter, Role
from questionnaire.content import PERSONAL_COPY, Issue, SignatureBox
from questionnaire.documents import draw_stamp
from questionnaire.journeys.checkpoints import Checkpoint, no_checkpoint
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.telling import tell_archived, tell_awaited
from questionnaire.journeys.papers.documents import read_context, refill
from questionnaire.journeys.papers.drawing import draw_document
from questionnaire.journeys.papers.emblems import emblem_of
from questionnaire.journeys.papers.finalising import step_label
from questionnaire.journeys.upkeep.setbacks import forget_setback, note_setback, past_setbacks
from questionnaire.lifecycle import (
    Act,
    ActKind,
    Archive,
    Draw,
    EventKind,
    MakeRevision,
    Progress,
    Revision,
    RevisionKind,
    Seal,
    Submission,
    Work,
    close,
    journal_line,
    next_work,
)
from questionnaire.lifecycle import (
    archive as enter_archive,
)
from questionnaire.proof.identity import SealIdentity
from questionnaire.proof.reasons import SEAL_REASON, SignedAct, write_reason
from questionnaire.proof.signing import box_size, seal, sign
from questionnaire.storage import archive, journal, revisions, submissions
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.errors import AlreadyMade, BlobMissing
from questionnaire.storage.ids import new_id
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing

log = logging.getLogger(__name__)

ACT_WORDS = {ActKind.SIGNATURE: "Signature", ActKind.VISA: "Visa"}
METHOD_WORDS = {"saisie": "nom saisi"}


@dataclass(frozen=True, slots=True)
class Workshop:
    """What producing needs beside the desk: the files, the seal, the public address printed on documents."""

    desk: Desk
    blobs: Blobs
    identity: SealIdentity
    public_url: str
    checkpoint: Checkpoint = no_checkpoint


def work_once(workshop: Workshop) -> bool:
    """Do the next step of the oldest document that has one; whether there was any.

    A document whose step fails lets the others pass, and waits a while; its error is raised when nothing else was left
    to do.
    """
    session = workshop.desk.session
    with reading(session):
        perimeter = whole_perimeter(session)
        waiting = submissions.to_do(session, perimeter)
        before = past_setbacks(session, perimeter) if waiting else {}
    failures: list[Exception] = []
    for submission_id, _ in waiting:
        known = before.get(submission_id)
        if known is not None and known.next_try > workshop.desk.clock():
            continue
        try:
            produce(workshop, perimeter, submission_id)
        except Exception as error:  # noqa: BLE001  # raised below, unless another document can go on
            failures.append(error)
            note_setback(workshop.desk, perimeter, submission_id, error, known)
        else:
            _tell(failures)
            if known is not None:
                forget_setback(session, perimeter, submission_id)
            return True
    if failures:
        raise failures[0]
    return False


def _tell(failures: list[Exception]) -> None:
    for error in failures:
        log.error("A document must wait.", exc_info=error)


def produce(workshop: Workshop, perimeter: Perimeter, submission_id: str) -> None:
    """Do the next step of one document, if it has one. Two runners at once: the slower finds its place taken."""
    with reading(workshop.desk.session) as session:
        submission, progress = submissions.load(session, perimeter, submission_id)
    # Told again from what was just read: since it was found waiting, another runner may have done its step.
    work = next_work(progress)
    if work is not None:
        with suppress(AlreadyMade):
            _Step(workshop, perimeter, submission, progress).do(work)


class _Step:
    """One step of one document."""

    def __init__(self, workshop: Workshop, perimeter: Perimeter, submission: Submission, progress: Progress) -> None:
        self._workshop = workshop
        self._session = workshop.desk.session
        self._perimeter = perimeter
        self._submission = submission
        self._progress = progress
        self._checkpoint = workshop.checkpoint

    def do(self, work: Work) -> None:
        match work:
            case Draw():
                self._keep(RevisionKind.DRAWN, self._draw, EventKind.DRAWN, ("drawn", "drawn-recorded"))
            case MakeRevision(act):
                self._keep(
                    RevisionKind.SIGNATURE,
                    lambda: self._show(act),
                    EventKind.SIGNATURE_ADDED,
                    ("signed", "signature-recorded"),
                    act.id,
                )
            case Seal():
                self._keep(RevisionKind.SEAL, self._seal, EventKind.SEALED, ("sealed", "seal-recorded"))
            case Archive():
                self._archive()

    def _keep(
        self,
        kind: RevisionKind,
        make: Callable[[], bytes],
        event: EventKind,
        points: tuple[str, str],
        act_id: str | None = None,
    ) -> None:
        """Make the bytes outside of any transaction, keep them, then record the fact."""
        pdf = make()
        sha256 = self._workshop.blobs.put(self._submission.id, pdf)
        self._checkpoint(points[0])
        position = len(self._progress.revisions) + 1
        made = Revision(position, kind, act_id, sha256, len(pdf), self._workshop.desk.clock())
        try:
            self._record(made, event)
        except AlreadyMade:
            self._forget(sha256)
            raise
        self._checkpoint(points[1])

    def _record(self, made: Revision, event: EventKind) -> None:
        with writing(self._session, durable=True) as session:
            revisions.add(session, self._perimeter, self._submission.id, made)
            details = {"sha256": made.sha256, "size": made.size}
            journal.write(session, self._perimeter, self._submission.draft_id, event, made.at, details=details)
            if made.kind in {RevisionKind.DRAWN, RevisionKind.SIGNATURE}:
                tell_awaited(self._workshop.desk, self._perimeter, self._submission)

    def _forget(self, sha256: str) -> None:
        """Take back a file for which another runner was faster, unless theirs has the same bytes."""
        with reading(self._session) as session:
            named = revisions.of_submission(session, self._perimeter, self._submission.id)
        if sha256 not in {revision.sha256 for revision in named}:
            with suppress(BlobMissing):  # swept by the other runner
                self._workshop.blobs.delete(self._submission.id, sha256)

    def _draw(self) -> bytes:
        with reading(self._session) as session:
            form = self._workshop.desk.shelf.version(session, self._submission.form.digest)
            entries = journal.read(session, self._perimeter, self._submission.draft_id)
        issue = issue_of(self._submission, self._workshop.public_url, self._workshop.blobs)
        return draw_document(refill(form, self._submission), issue, [journal_line(entry) for entry in entries])

    def _latest(self) -> bytes:
        return self._workshop.blobs.get(self._submission.id, self._progress.revisions[-1].sha256)

    def _show(self, act: Act) -> bytes:
        pdf = self._latest()
        step = next(step for step in self._submission.steps if step.name == act.step)
        role = ROLE_LABELS[Role(act.role)]
        word = ACT_WORDS[step.act]
        local = act.at.astimezone(read_context(self._submission.context).context.tz)
        width, height = box_size(pdf, step.field)
        method = METHOD_WORDS[act.method]
        lines = (
            f"{word} électronique de {act.name}",
            f"{role}, le {local:%d/%m/%Y} à {local:%H:%M}",
            f"Nom saisi\u00a0: {act.typed_name}",
        )
        return sign(
            pdf,
            field=step.field,
            stamp=draw_stamp(lines, width, height),
            name=act.name,
            reason=write_reason(SignedAct(word, act.name, role, method)),
            identity=self._workshop.identity,
            at=act.at,
        )

    def _seal(self) -> bytes:
        return seal(
            self._latest(),
            reason=SEAL_REASON,
            identity=self._workshop.identity,
            at=self._workshop.desk.clock(),
            organisation=read_context(self._submission.context).organisation,
        )

    def _archive(self) -> None:
        # Before the last fact: once archived, nobody would come back to sweep.
        self._sweep()
        signed = close(self._submission, self._progress.revisions)
        now = self._workshop.desk.clock()
        document = enter_archive(signed, new_id(), now, json.dumps({"title": self._submission.title}))
        with writing(self._session, durable=True) as session:
            link = archive.add(session, self._perimeter, document)
            details = {"sha256": document.sha256, "register": link.hash, "sequence": link.sequence}
            journal.write(session, self._perimeter, self._submission.draft_id, EventKind.ARCHIVED, now, details=details)
            tell_archived(self._workshop.desk, self._perimeter, self._submission)
        self._checkpoint("archive-recorded")

    def _sweep(self) -> None:
        """Forget files that no fact names: left by a crash between keeping and recording."""
        named = {revision.sha256 for revision in self._progress.revisions}
        for sha256 in self._workshop.blobs.list(self._submission.id):
            if sha256 not in named:
                with suppress(BlobMissing):  # the other runner took its own back
                    self._workshop.blobs.delete(self._submission.id, sha256)


def issue_of(submission: Submission, public_url: str, blobs: Blobs) -> Issue:
    """The names and the look under which a submission is drawn."""
    frozen = read_context(submission.context)
    emblem = emblem_of(frozen.look, blobs)
    if submission.personal:  # nobody verifies it: it has no control code
        return Issue(
            organisation=frozen.organisation,
            frozen_at=submission.frozen_at,
            reference=submission.reference,
            mentions=(PERSONAL_COPY,),
            trail=frozen.trail,
            accent=frozen.look.accent,
            emblem=emblem,
        )
    address = f"{public_url}/verifier?reference={submission.reference}&code={submission.control_code}"
    return Issue(
        organisation=frozen.organisation,
        frozen_at=submission.frozen_at,
        reference=submission.reference,
        control_code=submission.control_code,
        verify_url=address if public_url else None,
        trail=frozen.trail,
        accent=frozen.look.accent,
        emblem=emblem,
        signatures=tuple(SignatureBox(step.field, ACT_WORDS[step.act], step_label(step)) for step in submission.steps),
    )
