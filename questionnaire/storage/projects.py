"""Projects and their teams."""

from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.storage import register_lines
from questionnaire.storage.errors import NotFound
from questionnaire.storage.people import get_person
from questionnaire.storage.records import Member, Project
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.tables.projects import project, project_member

_PROJECTS = (
    select(project, project_member.c.role)
    .outerjoin(
        project_member,
        (project_member.c.project_id == project.c.id) & (project_member.c.person_id == bindparam("person")),
    )
    .where(inside(project))
)
_PROJECT = _PROJECTS.where(project.c.id == bindparam("project"))
_OF_PERSON = _PROJECTS.where(project_member.c.role.is_not(None)).order_by(project.c.title, project.c.id)
_TEAM = (
    select(person.c.id, person.c.first_name, person.c.last_name, project_member.c.role, project_member.c.also)
    .join(project_member, project_member.c.person_id == person.c.id)
    .join(project, project.c.id == project_member.c.project_id)
    .where(project.c.id == bindparam("project"), inside(project))
    .order_by(person.c.first_name, person.c.last_name, person.c.id)
)
_ADDRESSES = (
    select(account.c.person_id, account.c.email)
    .join(project_member, project_member.c.person_id == account.c.person_id)
    .join(project, project.c.id == project_member.c.project_id)
    .where(project.c.id == bindparam("project"), inside(project))
)
_RENAME = (
    project.update().where(project.c.id == bindparam("renamed"), inside(project)).values(title=bindparam("called"))
)


def add(session: Session, perimeter: Perimeter, new: Project) -> None:
    """Found a project; its founder enters the team with ``new.role``."""
    claim(perimeter, new.organisation_id)
    session.execute(
        project.insert().values(
            id=new.id,
            organisation_id=new.organisation_id,
            title=new.title,
            created_at=new.created_at,
            created_by=new.created_by,
        )
    )
    if new.role is not None:
        join(session, perimeter, new.id, new.created_by, new.role)


def join(session: Session, perimeter: Perimeter, project_id: str, person_id: str, role: Role) -> None:
    """Let a person enter a project's team; both must be within the perimeter."""
    get(session, perimeter, project_id, person_id)
    get_person(session, perimeter, person_id)
    session.execute(project_member.insert().values(project_id=project_id, person_id=person_id, role=role))


def rename(session: Session, perimeter: Perimeter, project_id: str, title: str) -> None:
    """Give a project the title that its team chose; raises NotFound."""
    if not touched(session, _RENAME, bound(perimeter, renamed=project_id, called=title)):
        raise NotFound("Ce projet est inconnu.")
    register_lines.touch_project(session, perimeter, project_id)


def get(session: Session, perimeter: Perimeter, project_id: str, person_id: str) -> Project:
    """A project, with the role of the person who asks; raises NotFound."""
    return _project(one(session, _PROJECT, bound(perimeter, project=project_id, person=person_id)))


def of_person(session: Session, perimeter: Perimeter, person_id: str) -> tuple[Project, ...]:
    """The projects in which a person has a role, by title."""
    return tuple(map(_project, session.execute(_OF_PERSON, bound(perimeter, person=person_id))))


def team(session: Session, perimeter: Perimeter, project_id: str) -> tuple[Member, ...]:
    """The people of a project, by first name."""
    rows = session.execute(_TEAM, bound(perimeter, project=project_id))
    return tuple(
        Member(row.id, row.first_name, row.last_name, Role(row.role), tuple(map(Role, (row.also or "").split())))
        for row in rows
    )


def addresses(session: Session, perimeter: Perimeter, project_id: str) -> dict[str, str]:
    """By person of a project's team, the address of their account; nothing for those who have none."""
    rows = session.execute(_ADDRESSES, bound(perimeter, project=project_id))
    return {row.person_id: row.email for row in rows}


def _project(row: Row[Any]) -> Project:
    return Project(
        row.id,
        row.organisation_id,
        row.title,
        row.created_at,
        row.created_by,
        Role(row.role) if row.role else None,
    )
