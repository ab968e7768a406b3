"""Finalising: every rule judged at once, then the answers frozen for good."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from questionnaire.access import ROLE_LABELS, Action, Actor, Organisation, Perimeter, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.content import Trail, subject
from questionnaire.filling import Context, FilledForm, frozen_sheet, public
from questionnaire.filling.joined import joined_files
from questionnaire.filling.listing import Kept, kept_lists
from questionnaire.filling.reasons import written_reasons
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.checkpoints import Checkpoint, no_checkpoint
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft, load
from questionnaire.journeys.drafting.saving import LONGEST_TITLE
from questionnaire.journeys.drafting.upholding import Standing, keep, missing, refused_standing, standing, with_reasons
from questionnaire.journeys.papers.apart import set_apart
from questionnaire.journeys.papers.appointing import Appointed, appoint, with_absent
from questionnaire.journeys.papers.emblems import look_of
from questionnaire.journeys.papers.evidence import gather
from questionnaire.lifecycle import (
    UNFILED,
    ActKind,
    AlreadyFinalised,
    EventKind,
    Freeze,
    Step,
    in_any_order,
    make_control_code,
    make_reference,
    series,
)
from questionnaire.lifecycle import (
    finalise as freeze_draft,
)
from questionnaire.lifecycle.control_code import RANDOM_BYTES
from questionnaire.spec.model import BLIND
from questionnaire.spec.parties import CircuitStep, Party
from questionnaire.storage import counters, drafts, files, journal, reserved, submissions
from questionnaire.storage.ids import new_id
from questionnaire.storage.records import Member
from questionnaire.storage.transaction import writing

DEFAULT_REFERENCE = "DOC-{year}-{number:04}"
NO_REASONS: Mapping[str, str] = MappingProxyType({})
NO_SIGNERS: Mapping[str, Member] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finalised:
    """The document was frozen: its PDF is drawn from now on."""

    submission_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was frozen: ``filled`` has problems, or the answers ``moved`` since the page that was read.

    ``standing`` is said of the odd answers; ``elsewhere``, that others must complete answers that the actor never sees.
    """

    draft: OpenDraft
    filled: FilledForm
    moved: bool
    standing: Standing
    elsewhere: bool = False


def finalise(
    desk: Desk,
    actor: Actor,
    draft_id: str,
    seen: str,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    reasons: Mapping[str, str] = NO_REASONS,
) -> Finalised | Refused:
    """Freeze a draft as it was read at revision ``seen``; raises Forbidden, NotFound, AlreadyFinalised.

    ``reasons`` are those typed for odd answers, by path: they are kept even when nothing is frozen.
    """
    with writing(desk.session, durable=True) as session:
        opened = load(desk, actor, draft_id, Action.FINALISE)
        done = submissions.of_draft(session, actor.perimeter, draft_id)
        if done is not None:
            return Finalised(done)
        if opened.draft.finalised_at is not None:
            raise AlreadyFinalised("Ce document est déjà finalisé.")
        filled, whole = opened.fill(), opened.fill_whole()
        moved = seen != str(opened.draft.revision)
        errors = {} if moved else keep(desk, actor, opened, filled, reasons)
        known = standing(desk, actor, opened, whole)
        left = missing(whole, known)
        appointed = appoint(desk, actor, opened, whole)
        if moved or whole.problems or appointed.problems or left or errors:
            unseen = any(opened.veil.hides(problem.path) for problem in (*whole.problems, *left))
            shown = with_absent(filled, appointed)
            return Refused(opened, shown, moved, refused_standing(filled, known, reasons, errors), unseen)
        submission_id = _freeze(desk, actor, opened, with_reasons(whole, known, opened.context.now), appointed)
    checkpoint("finalised")
    return Finalised(submission_id)


def _freeze(desk: Desk, actor: Actor, opened: OpenDraft, whole: FilledForm, appointed: Appointed) -> str:
    session, perimeter, now = desk.session, actor.perimeter, opened.context.now
    filled = public(whole)
    form, organisation = opened.form, opened.organisation
    pattern = form.paper.reference or DEFAULT_REFERENCE
    year = now.astimezone(opened.context.tz).year
    # Documents are numbered by établissement: that of a service, which its people need not see as a whole.
    house = organisation.house.id
    number = counters.next_number(session, Perimeter(frozenset({house})), house, series(pattern, year))
    trail = gather(session, perimeter, opened, filled)
    freeze = Freeze(
        id=new_id(),
        title=subject(filled)[:LONGEST_TITLE],
        reference=make_reference(pattern, year, number),
        control_code=make_control_code(secrets.token_bytes(RANDOM_BYTES)),
        answers=json.dumps(frozen_sheet(filled), ensure_ascii=False),
        context=write_context(filled.context, organisation, trail, kept_lists(filled)),
        at=now,
        by=actor.person.id,
        archive=UNFILED if form.privacy == BLIND else form.archive,
    )
    steps = circuit_of(filled, (opened.draft.author_id, opened.head.role), appointed.signers)
    if form.name in (organisation.profile.settings.any_order_forms or ()):
        steps = in_any_order(steps)
    submission = freeze_draft(opened.draft, freeze, steps)
    drafts.close(session, perimeter, opened.draft.id, opened.draft.revision, now)
    submissions.add(session, perimeter, submission, sensitive=form.sensitive)
    if any(question.files for question in form.questions.values()):
        files.keep_only(session, perimeter, opened.draft.id, {ref.sha256 for _, ref in joined_files(whole)})
    apart = reserved.add(session, perimeter, submission.id, set_apart(opened, whole)) if form.reserved else ()
    _tell(desk, actor, opened, freeze.reference, apart)
    named = Subject(submission.organisation_id, submission.id, f"{freeze.reference} {freeze.title}")
    note(desk, actor, DeedKind.FINALISED, named)
    return submission.id


def _tell(desk: Desk, actor: Actor, opened: OpenDraft, reference: str, apart: tuple[str, ...]) -> None:
    """The event of the freeze; ``apart`` are the salted digests of the reserved answers."""
    form = opened.form
    role = ROLE_LABELS[opened.head.role] if opened.head.role else ""
    details = {"form": form.name, "version": form.version, "digest": form.digest, "reference": reference}
    journal.write(
        desk.session,
        actor.perimeter,
        opened.draft.id,
        EventKind.FINALISED,
        opened.context.now,
        by=(actor.person, role),
        details={**details, "reserved": list(apart)} if apart else details,
    )


def circuit_of(
    filled: FilledForm, author: tuple[str, Role | None], signers: Mapping[str, Member] = NO_SIGNERS
) -> tuple[Step, ...]:
    """The steps of the circuit that these answers call for, in order.

    ``author`` is whose document it is, and their role in the project: the party that is that very person. Outside of
    any project, it is told by its first role. ``signers`` are the people whom answers name, by party: each signs in
    the capacity that the party tells, or else under their own role.
    """
    return tuple(
        _step(step, box, filled.form.parties[step.party], author, signers.get(step.party))
        for box, step in enumerate(filled.circuit, start=1)
    )


def _step(step: CircuitStep, box: int, party: Party, author: tuple[str, Role | None], signer: Member | None) -> Step:
    person, role = author if party.own else (None, None)
    if signer is not None:
        person, role = signer.person_id, None if party.roles else signer.role
    return Step(
        name=step.name,
        field=f"signature_{box}",
        role=role or party.roles[0],
        act=ActKind(step.act),
        rank=step.rank,
        person_id=person,
    )


def write_context(context: Context, organisation: Organisation, trail: Trail, lists: Kept) -> str:
    """What rules and texts knew at the freeze, and who filled what, as JSON: enough to draw the document again."""
    return json.dumps(
        {
            "now": context.now.isoformat(),
            "timezone": str(context.tz),
            "settings": dict(context.settings),
            "lists": lists,
            "organisation": organisation.house.name,
            "look": look_of(organisation.profile),
            "trail": asdict(trail),
            "origins": {path: origin.text for path, origin in context.origins.items() if origin.document},
            "reasons": written_reasons(context.reasons),
        },
        ensure_ascii=False,
    )


def step_label(step: Step) -> str:
    """Who is awaited at a step: « Porteur du projet »."""
    return ROLE_LABELS[Role(step.role)]
