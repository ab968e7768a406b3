"""The roles that one person has in one project, and in which of them they act."""

from questionnaire.access import ROLE_LABELS, Actor, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.storage import handovers, projects
from questionnaire.storage.transaction import writing


class CannotAct(QuestionnaireError):
    """One may not act in this role here."""


def act_as(desk: Desk, actor: Actor, project_id: str, role: str) -> None:
    """Act in another of one's roles in a project, from now on. Raises CannotAct, NotFound.

    What one began or signed in the other role keeps it.
    """
    with writing(desk.session) as session:
        project = projects.get(session, actor.perimeter, project_id, actor.person.id)
        team = projects.team(session, actor.perimeter, project_id)
        me = next((member for member in team if member.person_id == actor.person.id), None)
        if me is None or role not in {me.role, *me.also}:
            raise CannotAct("Vous n’avez pas ce rôle dans ce projet.")
        pilots = [member for member in team if member.role is Role.PORTEUR_PROJET]
        if pilots == [me] and role != Role.PORTEUR_PROJET:
            raise CannotAct("Ce projet n’a pas d’autre porteur\u00a0: transmettez d’abord votre place.")
        others = tuple(each for each in (me.role, *me.also) if each != role)
        handovers.set_roles(session, actor.perimeter, project_id, me.person_id, Role(role), others)
        subject = Subject(project.organisation_id, project_id, project.title)
        note(desk, actor, DeedKind.CAPACITY_CHANGED, subject, rôle=ROLE_LABELS[Role(role)])
