"""The transitions between states; each consumes one type and gives the next, or says why not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from questionnaire.lifecycle.circuit import Act, Step, check_act, is_complete
from questionnaire.lifecycle.draft import Draft
from questionnaire.lifecycle.errors import AlreadyFinalised, NotComplete
from questionnaire.lifecycle.revision import Revision, RevisionKind
from questionnaire.lifecycle.states import ArchivedDocument, Freeze, SignedDocument, Submission


def finalise(draft: Draft, freeze: Freeze, steps: Sequence[Step]) -> Submission:
    """Freeze a draft: from now on nothing in it changes. Its problems must have been judged before."""
    if draft.finalised_at is not None:
        raise AlreadyFinalised("Ce document est déjà finalisé.")
    return Submission(
        id=freeze.id,
        organisation_id=draft.organisation_id,
        project_id=draft.project_id,
        draft_id=draft.id,
        form=draft.form,
        title=freeze.title,
        reference=freeze.reference,
        control_code=freeze.control_code,
        answers=freeze.answers,
        context=freeze.context,
        frozen_at=freeze.at,
        frozen_by=freeze.by,
        steps=tuple(steps),
        archive=freeze.archive,
    )


def sign(submission: Submission, act: Act) -> Submission:
    """Receive an act, if the circuit awaits it from this person now."""
    check_act(submission.steps, submission.acts, act)
    return replace(submission, acts=(*submission.acts, act))


def close(submission: Submission, revisions: Sequence[Revision]) -> SignedDocument:
    """Take a document as signed: every act is there and shown in the file, and the seal came last."""
    shown = {revision.act_id for revision in revisions if revision.kind is RevisionKind.SIGNATURE}
    complete = is_complete(submission.steps, submission.acts) and shown == {act.id for act in submission.acts}
    if not complete or not revisions or revisions[-1].kind is not RevisionKind.SEAL:
        raise NotComplete("Ce document attend encore une signature ou son cachet.")
    return SignedDocument(submission, revisions[-1])


def archive(signed: SignedDocument, document_id: str, at: datetime, projection: str) -> ArchivedDocument:
    """Give a signed document its place in the archive."""
    submission = signed.submission
    return ArchivedDocument(
        id=document_id,
        organisation_id=submission.organisation_id,
        submission_id=submission.id,
        sha256=signed.sealed.sha256,
        size=signed.sealed.size,
        form=submission.form.form,
        title=submission.title,
        reference=submission.reference,
        archived_at=at,
        projection=projection,
    )
