"""Finalising: every rule judged at once, then the answers frozen for good."""

import json
import secrets
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Action, Actor, Role
from questionnaire.content import subject
from questionnaire.filling import Context, FilledForm, frozen_sheet
from questionnaire.journeys.checkpoints import Checkpoint, no_checkpoint
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafts import OpenDraft, load
from questionnaire.journeys.saving import LONGEST_TITLE
from questionnaire.lifecycle import (
    ActKind,
    AlreadyFinalised,
    EventKind,
    Freeze,
    Step,
    make_control_code,
    make_reference,
    series,
)
from questionnaire.lifecycle import (
    finalise as freeze_draft,
)
from questionnaire.lifecycle.control_code import RANDOM_BYTES
from questionnaire.storage import counters, drafts, journal, submissions
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import writing

DEFAULT_REFERENCE = "DOC-{year}-{number:04}"


@dataclass(frozen=True, slots=True)
class Finalised:
    """The document was frozen: its PDF is drawn from now on."""

    submission_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was frozen: ``filled`` has problems, or the answers ``moved`` since the page that was read."""

    draft: OpenDraft
    filled: FilledForm
    moved: bool


def finalise(
    desk: Desk, actor: Actor, draft_id: str, seen: str, checkpoint: Checkpoint = no_checkpoint
) -> Finalised | Refused:
    """Freeze a draft as it was read at revision ``seen``; raises Forbidden, NotFound, AlreadyFinalised."""
    with writing(desk.session, durable=True) as session:
        opened = load(desk, actor, draft_id, Action.FINALISE)
        done = submissions.of_draft(session, actor.perimeter, draft_id)
        if done is not None:
            return Finalised(done)
        if opened.draft.finalised_at is not None:
            raise AlreadyFinalised("Ce document est déjà finalisé.")
        filled = opened.fill()
        moved = seen != str(opened.draft.revision)
        if moved or filled.problems:
            return Refused(opened, filled, moved)
        submission_id = _freeze(desk, actor, opened, filled)
    checkpoint("finalised")
    return Finalised(submission_id)


def _freeze(desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm) -> str:
    session, perimeter, now = desk.session, actor.perimeter, opened.context.now
    form, organisation = opened.form, opened.organisation
    pattern = form.paper.reference or DEFAULT_REFERENCE
    year = now.astimezone(opened.context.tz).year
    number = counters.next_number(session, perimeter, organisation.id, series(pattern, year))
    freeze = Freeze(
        id=new_id(),
        title=subject(filled)[:LONGEST_TITLE],
        reference=make_reference(pattern, year, number),
        control_code=make_control_code(secrets.token_bytes(RANDOM_BYTES)),
        answers=json.dumps(frozen_sheet(filled), ensure_ascii=False),
        context=write_context(opened.context, organisation.name),
        at=now,
        by=actor.person.id,
    )
    submission = freeze_draft(opened.draft, freeze, circuit_of(filled))
    drafts.close(session, perimeter, opened.draft.id, opened.draft.revision, now)
    submissions.add(session, perimeter, submission)
    role = ROLE_LABELS[opened.head.role] if opened.head.role else ""
    journal.write(
        session,
        perimeter,
        opened.draft.id,
        EventKind.FINALISED,
        now,
        by=(actor.person, role),
        details={"form": form.name, "version": form.version, "digest": form.digest, "reference": freeze.reference},
    )
    return submission.id


def circuit_of(filled: FilledForm) -> tuple[Step, ...]:
    """The steps of the circuit that these answers call for, in order."""
    form = filled.form
    return tuple(
        Step(
            name=step.name,
            field=f"signature_{rank}",
            role=form.parties[step.party].roles[0],
            act=ActKind(step.act),
            rank=rank,
        )
        for rank, step in enumerate(filled.circuit, start=1)
    )


def write_context(context: Context, organisation: str) -> str:
    """What rules and texts knew at the freeze, as JSON: enough to draw the document again."""
    return json.dumps(
        {
            "now": context.now.isoformat(),
            "timezone": str(context.tz),
            "settings": dict(context.settings),
            "organisation": organisation,
        },
        ensure_ascii=False,
    )


def step_label(step: Step) -> str:
    """Who is awaited at a step: « Porteur du projet »."""
    return ROLE_LABELS[Role(step.role)]
