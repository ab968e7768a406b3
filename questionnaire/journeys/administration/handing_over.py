"""Handing over: a member leaves a team, and another takes what they carried; what was signed stays as it is."""

from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Action, Actor, Forbidden, Relation, Role, allowed, require
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.storage import handovers, projects
from questionnaire.storage.errors import NotFound
from questionnaire.storage.handovers import AwaitedPaper, BegunDraft
from questionnaire.storage.records import Member, Project
from questionnaire.storage.transaction import reading, writing

PILOTS = (Role.PORTEUR_PROJET, Role.COPILOTE)


class CannotHandOver(QuestionnaireError):
    """What a member carries cannot go to this person."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What one member would give. ``titles`` names the drafts that pass on, ``kept`` those for oneself alone.

    ``papers`` name the leaver to sign: nobody signs in their place.
    """

    project: Project
    leaver: Member
    team: tuple[Member, ...]
    drafts: tuple[BegunDraft, ...]
    titles: tuple[str, ...]
    kept: tuple[str, ...]
    parts: int
    papers: tuple[AwaitedPaper, ...]

    def receives(self, receiver: Member) -> Role:
        """The role in which the receiver acts from then on: the leaver's, where it pilots and their own does less."""
        given = self.leaver.role
        if given is Role.PORTEUR_PROJET or (given is Role.COPILOTE and receiver.role not in PILOTS):
            return given
        return receiver.role


def may_hand_over(actor: Actor, project: Project, leaver: Member) -> bool:
    """Whether the actor may let this member leave: oneself, those who pilot, the référent.

    The place of a porteur is theirs to give, or the référent's.
    """
    if actor.person.id == leaver.person_id:
        return True
    by_office = allowed(actor, Action.HAND_OVER, Relation(project.organisation_id))
    by_role = allowed(actor, Action.HAND_OVER, Relation(project.organisation_id, project.role))
    return by_office or (by_role and leaver.role is not Role.PORTEUR_PROJET)


def prepare(desk: Desk, actor: Actor, project_id: str, person_id: str) -> Handover:
    """What somebody carries, before anything is given; raises NotFound or Forbidden."""
    with reading(desk.session):
        return _load(desk, actor, project_id, person_id)


def hand_over(desk: Desk, actor: Actor, project_id: str, person_id: str, receiver_id: str) -> Handover:
    """Give all of it to another member, and let the person leave. Raises CannotHandOver, NotFound, Forbidden."""
    with writing(desk.session) as session:
        found = _load(desk, actor, project_id, person_id)
        receiver = next((each for each in found.team if each.person_id == receiver_id), None)
        if receiver is None or receiver_id == person_id:
            raise CannotHandOver("Choisissez une autre personne de l’équipe. Invitez-la d’abord si elle n’y est pas.")
        role = found.receives(receiver)
        if role is not receiver.role:
            others = tuple(each for each in (receiver.role, *receiver.also) if each is not role)
            handovers.set_roles(session, actor.perimeter, project_id, receiver_id, role, others)
        for draft in found.drafts:
            handovers.give_draft(session, actor.perimeter, draft.id, receiver_id)
        handovers.give_parts(session, actor.perimeter, project_id, person_id, receiver_id)
        handovers.leave(session, actor.perimeter, project_id, person_id)
        subject = Subject(found.project.organisation_id, project_id, found.project.title)
        words = {"de": _name(found.leaver), "à": _name(receiver), "rôle": ROLE_LABELS[role]}
        note(desk, actor, DeedKind.HANDED_OVER, subject, **words)
    return found


def _load(desk: Desk, actor: Actor, project_id: str, person_id: str) -> Handover:
    session, perimeter = desk.session, actor.perimeter
    project = projects.get(session, perimeter, project_id, actor.person.id)
    require(actor, Action.READ_PROJECT, Relation(project.organisation_id, project.role))
    team = projects.team(session, perimeter, project_id)
    leaver = next((member for member in team if member.person_id == person_id), None)
    if leaver is None:
        raise NotFound("Cette personne n’est pas dans l’équipe.")
    if not may_hand_over(actor, project, leaver):
        raise Forbidden("La place d’un porteur est transmise par lui-même, ou par le référent partenariat.")
    carried = handovers.carried(session, perimeter, project_id, person_id)
    forms = {draft.id: desk.shelf.version(session, draft.digest) for draft in carried.drafts}
    shared = tuple(draft for draft in carried.drafts if forms[draft.id].instances == "project")
    alone = tuple(draft for draft in carried.drafts if draft not in shared)
    return Handover(
        project,
        leaver,
        team,
        shared,
        tuple(forms[draft.id].title.render(str, str) for draft in shared),
        # What is written for oneself alone is told to nobody else.
        tuple(forms[draft.id].title.render(str, str) for draft in alone if forms[draft.id].instances == "person"),
        carried.parts,
        carried.papers,
    )


def _name(member: Member) -> str:
    return f"{member.first_name} {member.last_name}"
