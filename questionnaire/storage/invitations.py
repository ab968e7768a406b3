"""Invitations: made, found by the digest of their secret or of their reminder's, used once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.storage.projects import get as get_project
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.invitations import invitation
from questionnaire.storage.tables.projects import project

_ALL = select(invitation, project.c.title).join(project, project.c.id == invitation.c.project_id)
_IS_IT = or_(invitation.c.digest == bindparam("digest"), invitation.c.reminder_digest == bindparam("digest"))
_ANYWHERE = _ALL.where(_IS_IT)
_ROWS = _ALL.where(inside(invitation))
_ONE = _ROWS.where(_IS_IT)
_OPEN = _ROWS.where(
    invitation.c.project_id == bindparam("project"),
    invitation.c.accepted_by.is_(None),
    invitation.c.expires_at > bindparam("moment"),
).order_by(invitation.c.created_at)
_UNUSED = _ROWS.where(
    invitation.c.accepted_by.is_(None),
    invitation.c.expires_at > bindparam("after"),
    invitation.c.expires_at <= bindparam("upto"),
).order_by(invitation.c.expires_at, invitation.c.digest)
_REMIND = (
    invitation.update()
    .where(invitation.c.digest == bindparam("reminded"), invitation.c.accepted_by.is_(None), inside(invitation))
    .values(reminder_digest=bindparam("again"))
)
_USE = (
    invitation.update()
    .where(invitation.c.digest == bindparam("used"), invitation.c.accepted_by.is_(None), inside(invitation))
    .values(accepted_by=bindparam("person"), accepted_at=bindparam("moment"))
)
_REVOKE = invitation.delete().where(
    invitation.c.digest == bindparam("revoked"),
    invitation.c.project_id == bindparam("of"),
    invitation.c.accepted_by.is_(None),
    inside(invitation),
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """``digest`` is the SHA-256 of the secret in the link; the secret itself is kept nowhere."""

    digest: str
    organisation_id: str
    project_id: str
    project_title: str
    role: Role
    created_by: str
    created_at: datetime
    expires_at: datetime
    accepted_by: str | None = None


def add(session: Session, perimeter: Perimeter, new: Invitation) -> None:
    """Store an invitation; its project must be within the perimeter."""
    get_project(session, perimeter, new.project_id, new.created_by)
    session.execute(
        invitation.insert().values(
            digest=new.digest,
            organisation_id=new.organisation_id,
            project_id=new.project_id,
            role=new.role,
            created_by=new.created_by,
            created_at=new.created_at,
            expires_at=new.expires_at,
        )
    )


def get(session: Session, perimeter: Perimeter, digest: str) -> Invitation:
    """The invitation of a secret; raises NotFound."""
    return _invitation(one(session, _ONE, bound(perimeter, digest=digest)))


def of_stranger(session: Session, digest: str) -> Invitation:
    """The same for somebody who is nobody here yet: the secret is all they have. Raises NotFound."""
    return _invitation(one(session, _ANYWHERE, {"digest": digest}))


def waiting(session: Session, perimeter: Perimeter, project_id: str, at: datetime) -> tuple[Invitation, ...]:
    """The invitations into a project that nobody has used yet and that still may be."""
    return tuple(map(_invitation, session.execute(_OPEN, bound(perimeter, project=project_id, moment=at))))


def unused(session: Session, perimeter: Perimeter, after: datetime, upto: datetime) -> tuple[Invitation, ...]:
    """Those that nobody has used and that end after a moment, up to and with another; the first to end first."""
    return tuple(map(_invitation, session.execute(_UNUSED, bound(perimeter, after=after, upto=upto))))


def remind(session: Session, perimeter: Perimeter, digest: str, again: str) -> bool:
    """Let a second secret, known by its digest ``again``, lead to an invitation; False when it was used meanwhile."""
    return touched(session, _REMIND, bound(perimeter, reminded=digest, again=again))


def use(session: Session, perimeter: Perimeter, digest: str, person_id: str, at: datetime) -> bool:
    """Mark an invitation as used by a person; False when somebody was faster."""
    return touched(session, _USE, bound(perimeter, used=digest, person=person_id, moment=at))


def revoke(session: Session, perimeter: Perimeter, project_id: str, digest: str) -> bool:
    """Forget an invitation into a project that nobody has used; False when there is none."""
    return touched(session, _REVOKE, bound(perimeter, revoked=digest, of=project_id))


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(
        digest=row.digest,
        organisation_id=row.organisation_id,
        project_id=row.project_id,
        project_title=row.title,
        role=Role(row.role),
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        accepted_by=row.accepted_by,
    )
