"""What somebody carries in a project, and giving it to another member of the team."""

from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import CursorResult, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.lifecycle import State
from questionnaire.storage.errors import NotFound
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.documents import act, circuit_step, submission
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.projects import project, project_member
from questionnaire.storage.tables.together import assignment

_PROJECT = select(project.c.id).where(project.c.id == bindparam("project"), inside(project))
_OPEN = select(draft.c.id).where(
    draft.c.project_id == bindparam("project"), inside(draft), draft.c.finalised_at.is_(None)
)
_BEGUN = (
    select(draft.c.id, draft.c.form, draft.c.digest)
    .where(draft.c.id.in_(_OPEN), draft.c.author_id == bindparam("person"))
    .order_by(draft.c.created_at, draft.c.id)
)
_PARTS = select(func.count()).where(assignment.c.draft_id.in_(_OPEN), assignment.c.person_id == bindparam("person"))
_NAMED = (
    select(submission.c.id, submission.c.title, submission.c.reference)
    .join(circuit_step, circuit_step.c.submission_id == submission.c.id)
    .outerjoin(act, (act.c.submission_id == submission.c.id) & (act.c.step == circuit_step.c.name))
    .where(
        submission.c.project_id == bindparam("project"),
        inside(submission),
        submission.c.state == State.A_SIGNER,
        circuit_step.c.person_id == bindparam("person"),
        act.c.id.is_(None),
    )
    .distinct()
    .order_by(submission.c.reference)
)
_GIVE_DRAFT = (
    draft.update()
    .where(draft.c.id == bindparam("given"), inside(draft), draft.c.finalised_at.is_(None))
    .values(author_id=bindparam("receiver"))
)
_GIVE_PARTS = (
    assignment.update()
    .where(assignment.c.draft_id.in_(_OPEN), assignment.c.person_id == bindparam("giver"))
    .values(person_id=bindparam("receiver"))
)
_IS_MEMBER = (
    project_member.c.project_id.in_(_PROJECT),
    project_member.c.person_id == bindparam("member"),
)
_STRANGER = "Cette personne n’est pas dans l’équipe."
_LEAVE = project_member.delete().where(*_IS_MEMBER)
_SET_ROLES = project_member.update().where(*_IS_MEMBER).values(role=bindparam("acting"), also=bindparam("others"))


@dataclass(frozen=True, slots=True)
class BegunDraft:
    """A draft that somebody began and that is not finalised."""

    id: str
    form: str
    digest: str


@dataclass(frozen=True, slots=True)
class AwaitedPaper:
    """A frozen document that names somebody to sign, who has not."""

    id: str
    title: str
    reference: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What somebody carries in a project: drafts begun, number of parts given to them, papers that name them."""

    drafts: tuple[BegunDraft, ...]
    parts: int
    papers: tuple[AwaitedPaper, ...]


def carried(session: Session, perimeter: Perimeter, project_id: str, person_id: str) -> Carried:
    """What somebody carries in a project; raises NotFound."""
    values = bound(perimeter, project=project_id, person=person_id)
    one(session, _PROJECT, bound(perimeter, project=project_id))
    return Carried(
        tuple(BegunDraft(row.id, row.form, row.digest) for row in session.execute(_BEGUN, values)),
        session.execute(_PARTS, values).scalar_one(),
        tuple(AwaitedPaper(row.id, row.title, row.reference) for row in session.execute(_NAMED, values)),
    )


def give_draft(session: Session, perimeter: Perimeter, draft_id: str, person_id: str) -> bool:
    """Let somebody else be the one who began a draft; whether it is there and still being written."""
    return touched(session, _GIVE_DRAFT, bound(perimeter, given=draft_id, receiver=person_id))


def give_parts(session: Session, perimeter: Perimeter, project_id: str, giver: str, receiver: str) -> int:
    """Give all the parts of one member to another; how many they are."""
    values = bound(perimeter, project=project_id, giver=giver, receiver=receiver)
    return cast("CursorResult[Any]", session.execute(_GIVE_PARTS, values)).rowcount


def leave(session: Session, perimeter: Perimeter, project_id: str, person_id: str) -> None:
    """Let somebody leave the team; what they wrote and signed stays. Raises NotFound."""
    if not touched(session, _LEAVE, bound(perimeter, project=project_id, member=person_id)):
        raise NotFound(_STRANGER)


def set_roles(
    session: Session, perimeter: Perimeter, project_id: str, person_id: str, role: Role, also: tuple[Role, ...]
) -> None:
    """Say in which role a member acts, and which others they have; raises NotFound."""
    values = {"member": person_id, "acting": role, "others": " ".join(also) or None}
    if not touched(session, _SET_ROLES, bound(perimeter, project=project_id, **values)):
        raise NotFound(_STRANGER)
