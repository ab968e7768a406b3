"""Signing: the person's act, with what they agreed to, is stored first; the file shows it a moment later."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.access import ROLE_LABELS, Action, Actor, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.auditing import note
from questionnaire.journeys.checkpoints import Checkpoint, no_checkpoint
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.documents import NotDrawnYet, OpenDocument, load_document, subject_of
from questionnaire.lifecycle import Act, EventKind, Method, NotAwaited, Step
from questionnaire.lifecycle import sign as receive
from questionnaire.spec.kinds.strings import cleaned
from questionnaire.storage import acts, journal
from questionnaire.storage.ids import new_id
from questionnaire.storage.records import ActTrace
from questionnaire.storage.transaction import writing

CONSENTS = {
    "lu": "J’ai lu ce document et je l’approuve.",
    "electronique": "J’accepte de signer ce document par voie électronique.",
}
"""What is agreed to, word for word; each text is stored with the act."""

LONGEST_NAME = 100
"""Characters of a typed name: what its box on the document holds."""


@dataclass(frozen=True, slots=True)
class SigningProblem:
    """What is missing to sign: ``field`` is a key of CONSENTS or ``nom``."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Signed:
    """The act is stored."""

    document: OpenDocument


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Nothing was stored: these things are missing."""

    document: OpenDocument
    problems: tuple[SigningProblem, ...]


def sign(
    desk: Desk,
    actor: Actor,
    submission_id: str,
    *,
    agreed: frozenset[str],
    typed_name: str,
    trace: ActTrace,
    checkpoint: Checkpoint = no_checkpoint,
) -> Signed | Unsigned:
    """Receive the signature of the person. Raises NotDrawnYet, NotAwaited, AlreadySigned, Forbidden, NotFound."""
    with writing(desk.session, durable=True) as session:
        opened = load_document(desk, actor, submission_id, Action.SIGN)
        if not opened.drawn:
            raise NotDrawnYet("Ce document est encore en préparation.")
        step = opened.step_for(actor.person.id)
        if step is None:
            raise NotAwaited("Votre signature n’est pas attendue sur ce document, ou vous l’avez déjà donnée.")
        name = " ".join(cleaned(typed_name).split())
        problems = _missing(agreed, name)
        if problems:
            return Unsigned(opened, problems)
        act = _act(actor, step, name, desk.clock())
        receive(opened.submission, act)
        acts.add(session, actor.perimeter, submission_id, act, trace)
        journal.write(
            session,
            actor.perimeter,
            opened.submission.draft_id,
            EventKind.SIGNED,
            act.at,
            by=(actor.person, ROLE_LABELS[Role(step.role)]),
            details={"step": step.name, "method": act.method, "file": opened.last.sha256},
        )
        note(desk, actor, DeedKind.SIGNED, subject_of(opened))
    checkpoint("act-stored")
    return Signed(opened)


def _act(actor: Actor, step: Step, typed_name: str, at: datetime) -> Act:
    return Act(
        id=new_id(),
        step=step.name,
        person_id=actor.person.id,
        name=actor.person.name,
        typed_name=typed_name,
        role=step.role,
        method=Method.TYPED,
        consent="\n".join(CONSENTS.values()),
        at=at,
    )


def _missing(agreed: frozenset[str], typed_name: str) -> tuple[SigningProblem, ...]:
    unticked = ((name, text) for name, text in CONSENTS.items() if name not in agreed)
    problems = [SigningProblem(name, f"Pour signer, cochez «\u00a0{text}\u00a0»") for name, text in unticked]
    if not typed_name:
        problems.append(SigningProblem("nom", "Écrivez votre prénom et votre nom."))
    elif len(typed_name) > LONGEST_NAME:
        problems.append(SigningProblem("nom", f"Écrivez votre nom en {LONGEST_NAME} caractères au plus."))
    return tuple(problems)
