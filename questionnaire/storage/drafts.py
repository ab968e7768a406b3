"""Drafts: begun, found, listed, closed at the freeze, deleted with their history."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.lifecycle import Draft, FormRef
from questionnaire.storage.errors import NotFound, StaleRevision
from questionnaire.storage.records import DraftHead
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.files import file_clearing
from questionnaire.storage.tables.projects import project, project_member

_IS_DRAFT = draft.c.id == bindparam("draft")
_ANYWHERE = (
    select(draft, project.c.title, project_member.c.role)
    .join(project, project.c.id == draft.c.project_id)
    .outerjoin(
        project_member,
        (project_member.c.project_id == draft.c.project_id) & (project_member.c.person_id == bindparam("person")),
    )
)
_HEADS = _ANYWHERE.where(inside(draft))
HEAD = _HEADS.where(_IS_DRAFT)
"""A draft, its project's title and the role there of a person; its parameters are ``draft`` and ``person``."""
HEAD_ANYWHERE = _ANYWHERE.where(_IS_DRAFT)
"""The same wherever it is: whoever runs it must look whether the organisation that it tells is theirs."""
_OF_PERSON = _HEADS.where(project_member.c.role.is_not(None)).order_by(draft.c.updated_at.desc(), draft.c.id)
_OF_PROJECT = _HEADS.where(draft.c.project_id == bindparam("project")).order_by(draft.c.created_at, draft.c.id)
_PROJECT_PLACE = select(project.c.organisation_id).where(project.c.id == bindparam("project"), inside(project))
_CLOSE = (
    draft.update()
    .where(
        draft.c.id == bindparam("closed"),
        inside(draft),
        draft.c.revision == bindparam("seen"),
        draft.c.finalised_at.is_(None),
    )
    .values(finalised_at=bindparam("moment"))
)
_TOUCH = (
    draft.update()
    .where(draft.c.id == bindparam("touched"), inside(draft), draft.c.finalised_at.is_(None))
    .values(active_at=bindparam("moment"))
)
_CLEAR_FILES = file_clearing.insert().from_select(
    ["draft_id", "organisation_id"],
    select(draft.c.id, draft.c.organisation_id).where(_IS_DRAFT, inside(draft), draft.c.finalised_at.is_(None)),
)
_DELETE = draft.delete().where(_IS_DRAFT, inside(draft), draft.c.finalised_at.is_(None))


def add(session: Session, perimeter: Perimeter, new: Draft) -> None:
    """Begin a draft of a known form version (``forms.use``), in a project of the same organisation."""
    place = one(session, _PROJECT_PLACE, bound(perimeter, project=new.project_id))
    if place.organisation_id != new.organisation_id:
        raise NotFound("Ce projet est inconnu dans cette organisation.")
    session.execute(
        draft.insert().values(
            id=new.id,
            organisation_id=new.organisation_id,
            project_id=new.project_id,
            form=new.form.form,
            version=new.form.version,
            digest=new.form.digest,
            author_id=new.author_id,
            revision=new.revision,
            created_at=new.created_at,
            updated_at=new.updated_at,
            finalised_at=new.finalised_at,
            active_at=new.active_at,
        )
    )


def head(session: Session, perimeter: Perimeter, draft_id: str, person_id: str) -> DraftHead:
    """A draft, its project's title and the person's role there, in one statement; raises NotFound."""
    return head_of_row(one(session, HEAD, bound(perimeter, draft=draft_id, person=person_id)), person_id)


def of_person(session: Session, perimeter: Perimeter, person_id: str) -> tuple[DraftHead, ...]:
    """The drafts of the projects in which a person has a role, the last touched first."""
    return tuple(head_of_row(row, person_id) for row in session.execute(_OF_PERSON, bound(perimeter, person=person_id)))


def of_project(session: Session, perimeter: Perimeter, project_id: str, person_id: str) -> tuple[DraftHead, ...]:
    """The drafts of a project, the oldest first, with the role of the person who asks."""
    rows = session.execute(_OF_PROJECT, bound(perimeter, project=project_id, person=person_id))
    return tuple(head_of_row(row, person_id) for row in rows)


def close(session: Session, perimeter: Perimeter, draft_id: str, seen: int, at: datetime) -> None:
    """Mark a draft finalised at the revision judged; raises StaleRevision if it moved or is closed."""
    if not touched(session, _CLOSE, bound(perimeter, closed=draft_id, seen=seen, moment=at)):
        raise StaleRevision("Ce brouillon a été modifié ou finalisé entre-temps.")


def touch(session: Session, perimeter: Perimeter, draft_id: str, at: datetime) -> None:
    """Record a sign of life other than an answer; raises NotFound, also once it is finalised."""
    if not touched(session, _TOUCH, bound(perimeter, touched=draft_id, moment=at)):
        raise NotFound("Ce brouillon n’existe pas, ou il est déjà finalisé.")


def delete(session: Session, perimeter: Perimeter, draft_id: str) -> None:
    """Delete a draft with its answers, files, history and journal; raises NotFound, also once it is finalised."""
    session.execute(_CLEAR_FILES, bound(perimeter, draft=draft_id))
    if not touched(session, _DELETE, bound(perimeter, draft=draft_id)):
        raise NotFound("Ce brouillon n’existe pas, ou il est déjà finalisé.")


def of_row(row: Row[Any]) -> Draft:
    """The draft that a row of its table tells."""
    return Draft(
        id=row.id,
        organisation_id=row.organisation_id,
        project_id=row.project_id,
        form=FormRef(row.form, row.version, row.digest),
        author_id=row.author_id,
        revision=row.revision,
        created_at=row.created_at,
        updated_at=row.updated_at,
        finalised_at=row.finalised_at,
        active_at=row.active_at,
    )


def head_of_row(row: Row[Any], person_id: str) -> DraftHead:
    """What a row of ``HEAD`` tells to that person."""
    return DraftHead(
        of_row(row),
        row.title,
        Role(row.role) if row.role else None,
        row.author_id == person_id,
    )
