"""Giving the sections of a draft to people of its team."""

from questionnaire.access import Action, Actor
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.saving import declared_section, load_to_fill
from questionnaire.journeys.letters.telling import tell_assigned
from questionnaire.journeys.teamwork.sharing import may_hold
from questionnaire.storage import assignments, drafts, projects
from questionnaire.storage.transaction import writing


class CannotAssign(QuestionnaireError):
    """The section cannot be given to this person."""


def assign(desk: Desk, actor: Actor, draft_id: str, section: str, person_id: str) -> None:
    """Give a section to a person of the team, in place of whoever had it; to nobody when ``person_id`` is empty.

    Raises NotFound, Forbidden, DraftClosed, NoSuchPart, CannotAssign.
    """
    with writing(desk.session) as session:
        opened = load_to_fill(desk, actor, draft_id, Action.ASSIGN)
        part = declared_section(opened, section)
        name = part.name
        holder = ""
        if not person_id:
            assignments.release(session, actor.perimeter, draft_id, name)
        else:
            team = projects.team(session, actor.perimeter, opened.draft.project_id)
            member = next((member for member in team if member.person_id == person_id), None)
            if member is None:
                raise CannotAssign("Cette personne n’est pas dans l’équipe. Invitez-la d’abord.")
            if not may_hold(opened, name, member.role):
                raise CannotAssign(f"{member.first_name} {member.last_name} ne peut pas remplir cette partie.")
            holder = f"{member.first_name} {member.last_name}"
            assignments.give(session, actor.perimeter, draft_id, name, person_id, opened.context.now)
            tell_assigned(desk, actor, opened, part, person_id)
        drafts.touch(session, actor.perimeter, draft_id, opened.context.now)
        given = Subject(opened.draft.organisation_id, draft_id, opened.head.project_title)
        note(desk, actor, DeedKind.PART_ASSIGNED, given, partie=name, personne=holder or "(personne)")
