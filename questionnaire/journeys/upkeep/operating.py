"""The state of the installation for its administrators: what waits or failed where they answer, and trying it again."""

from dataclasses import dataclass

from questionnaire.access import Action, Actor, Forbidden, Perimeter, reach
from questionnaire.access.deeds import DeedKind
from questionnaire.access.managing import ORGANISATION
from questionnaire.config import Settings
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters import mailing
from questionnaire.journeys.upkeep.checkup import Finding, judge
from questionnaire.journeys.upkeep.queues import Queues, queues_of
from questionnaire.journeys.upkeep.state import InstallationState, read_state
from questionnaire.storage import failures, outbox
from questionnaire.storage.errors import NotFound
from questionnaire.storage.transaction import reading, writing

NOT_YOURS = "L’état de l’installation est réservé aux administrateurs."
NOTHING_LEFT = "Ce message n’a plus de texte ou d’adresse\u00a0: refaites ce qui l’envoie."


@dataclass(frozen=True, slots=True)
class Overview:
    """The state and what it is worth."""

    state: InstallationState
    findings: tuple[Finding, ...]


def may_operate(actor: Actor) -> bool:
    """Whether the actor looks after the installation."""
    return bool(reach(actor, Action.READ_INSTALLATION, ORGANISATION).organisations)


def _operated(actor: Actor) -> Perimeter:
    if not may_operate(actor):
        raise Forbidden(NOT_YOURS)
    return reach(actor, Action.READ_INSTALLATION, ORGANISATION)


def overview(desk: Desk, actor: Actor, settings: Settings) -> Overview:
    """How the installation is; raises Forbidden."""
    _operated(actor)
    state = read_state(desk, settings)
    return Overview(state, judge(state))


def queues(desk: Desk, actor: Actor) -> Queues:
    """What waits or failed in the organisations of the actor; raises Forbidden."""
    perimeter = _operated(actor)
    with reading(desk.session) as session:
        return queues_of(session, perimeter)


def retry_work(desk: Desk, actor: Actor, submission_id: str) -> None:
    """Let the runner try a step that failed at once; raises NotFound, Forbidden."""
    perimeter = _operated(actor)
    with writing(desk.session) as session:
        failed = next(
            (each for each in failures.all_of(session, perimeter) if each.submission_id == submission_id), None
        )
        if failed is None:
            raise NotFound("Rien n’a échoué pour ce document, ou c’est fait depuis.")
        failures.hasten(session, perimeter, submission_id, desk.clock())
        subject = Subject(failed.organisation_id, submission_id, failed.reference)
        note(desk, actor, DeedKind.ADMINISTERED, subject, acte="travail relancé")


def retry_letter(desk: Desk, actor: Actor, letter_id: str) -> None:
    """Let a letter that did not arrive be sent once more; raises NotAccepted, NotFound, Forbidden."""
    perimeter = _operated(actor)
    with writing(desk.session) as session:
        kept = outbox.get(session, perimeter, letter_id)
        if not mailing.put_back(desk, perimeter, kept):
            raise NotAccepted({"letter": NOTHING_LEFT})
        note(desk, actor, DeedKind.ADMINISTERED, Subject(kept.organisation_id, letter_id), acte="message relancé")
