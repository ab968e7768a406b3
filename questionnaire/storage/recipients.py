"""Those to whom letters go: people with an open account, what they want by mail, what was sent to them, who helps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.lifecycle.gathering import Pace
from questionnaire.storage.people import current
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.letters import mail_pace, unwanted_mail
from questionnaire.storage.tables.organisations import membership, person
from questionnaire.storage.tables.projects import project, project_member
from questionnaire.storage.upsert import insert

_WITHIN_TEAM = (
    select(project_member.c.person_id)
    .join(project, project.c.id == project_member.c.project_id)
    .where(project_member.c.person_id == person.c.id, inside(project))
    .exists()
)
_KNOWN_AS = person.alias("known_as")
_TODAY = select(func.coalesce(_KNOWN_AS.c.merged_into, _KNOWN_AS.c.id)).where(
    _KNOWN_AS.c.id.in_(bindparam("people", expanding=True))
)
"""The records that stand today for those who acted, perhaps under one merged since."""
_RECIPIENTS = (
    select(
        person.c.id, person.c.first_name, person.c.last_name, account.c.email, unwanted_mail.c.kind, mail_pace.c.pace
    )
    .join(account, account.c.person_id == person.c.id)
    .outerjoin(unwanted_mail, (unwanted_mail.c.person_id == person.c.id) & (unwanted_mail.c.kind == bindparam("about")))
    .outerjoin(mail_pace, mail_pace.c.person_id == person.c.id)
    .where(person.c.id.in_(_TODAY), account.c.active, or_(inside(person), _WITHIN_TEAM))
    .order_by(person.c.id)
)
_HOLDERS = (
    select(person.c.id, person.c.first_name, person.c.last_name, account.c.email, membership.c.organisation_id)
    .join(membership, membership.c.person_id == person.c.id)
    .join(account, account.c.person_id == person.c.id)
    .where(
        membership.c.organisation_id.in_(bindparam("organisations", expanding=True)),
        membership.c.role == bindparam("role"),
        current(),
        account.c.active,
    )
    .order_by(person.c.last_name, person.c.first_name, person.c.id)
)
_UNWANTED = select(unwanted_mail.c.kind).where(unwanted_mail.c.person_id == bindparam("person"))
_WANT = unwanted_mail.delete().where(
    unwanted_mail.c.person_id == bindparam("person"), unwanted_mail.c.kind == bindparam("about")
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to write to; ``mailed`` is false where they read such letters on their page only.

    ``pace`` is how often they want what asks nothing of them.
    """

    address: str
    name: str
    person_id: str | None = None
    mailed: bool = True
    pace: Pace = Pace.AT_ONCE


def recipients(session: Session, perimeter: Perimeter, person_ids: Iterable[str], kind: str) -> tuple[Recipient, ...]:
    """Those of these people, of the perimeter or of its teams, who have an open account."""
    values = bound(perimeter, people=sorted(set(person_ids)), about=kind)
    return tuple(
        _recipient(row, mailed=row.kind is None, pace=Pace(row.pace or Pace.AT_ONCE))
        for row in session.execute(_RECIPIENTS, values)
    )


def holders(session: Session, organisation_ids: Sequence[str], role: Role) -> tuple[Recipient, ...]:
    """Those who hold a role in the first of these organisations where somebody with an open account does, by name.

    It takes no perimeter: who is in charge of an establishment is public within an installation.
    """
    rows = session.execute(_HOLDERS, {"organisations": list(organisation_ids), "role": role}).all()
    near = min((organisation_ids.index(row.organisation_id) for row in rows), default=0)
    return tuple(_recipient(row) for row in rows if row.organisation_id == organisation_ids[near])


def _recipient(row: Row[*tuple[Any, ...]], *, mailed: bool = True, pace: Pace = Pace.AT_ONCE) -> Recipient:
    return Recipient(row.email, f"{row.first_name} {row.last_name}", row.id, mailed, pace)


def unwanted(session: Session, person_id: str) -> frozenset[str]:
    """The kinds of letters that a person does not want by mail."""
    return frozenset(session.scalars(_UNWANTED, {"person": person_id}))


def want(session: Session, person_id: str, kind: str, *, mailed: bool) -> None:
    """Keep whether a person wants a kind of letters by mail."""
    if mailed:
        session.execute(_WANT, {"person": person_id, "about": kind})
    else:
        row = insert(session, unwanted_mail).values(person_id=person_id, kind=kind)
        session.execute(row.on_conflict_do_nothing())
