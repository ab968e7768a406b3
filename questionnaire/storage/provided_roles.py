"""The roles of a person that identity providers answer for, apart from those given by hand."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.access.claims import Held, RoleChanges
from questionnaire.storage.people import get_person, grant
from questionnaire.storage.scope import bound, claim, inside
from questionnaire.storage.tables.identities import provided_role
from questionnaire.storage.tables.organisations import membership

_HELD = select(membership.c.organisation_id, membership.c.role).where(
    membership.c.person_id == bindparam("person"), inside(membership)
)
_PROVIDED = select(provided_role.c.organisation_id, provided_role.c.role, provided_role.c.issuer).where(
    provided_role.c.person_id == bindparam("person"), inside(provided_role)
)
_TAKE = membership.delete().where(
    membership.c.person_id == bindparam("whose"),
    membership.c.organisation_id == bindparam("where"),
    membership.c.role == bindparam("what"),
)
_FORGET = provided_role.delete().where(
    provided_role.c.person_id == bindparam("whose"), provided_role.c.issuer == bindparam("of"), inside(provided_role)
)


def held(session: Session, perimeter: Perimeter, person_id: str) -> frozenset[Held]:
    """All the roles that a person holds in the perimeter."""
    rows = session.execute(_HELD, bound(perimeter, person=person_id))
    return frozenset((row.organisation_id, Role(row.role)) for row in rows)


def provided(
    session: Session, perimeter: Perimeter, person_id: str, issuer: str
) -> tuple[frozenset[Held], frozenset[Held]]:
    """The roles of a person that one provider answers for, and those that the others do."""
    rows = session.execute(_PROVIDED, bound(perimeter, person=person_id)).all()
    ours = frozenset((row.organisation_id, Role(row.role)) for row in rows if row.issuer == issuer)
    others = frozenset((row.organisation_id, Role(row.role)) for row in rows if row.issuer != issuer)
    return ours, others


def apply(session: Session, perimeter: Perimeter, person_id: str, issuer: str, changed: RoleChanges) -> None:
    """Give and take what a provider changes of a person's roles; raises NotFound outside the perimeter."""
    get_person(session, perimeter, person_id)
    for organisation_id, role in sorted(changed.given):
        grant(session, perimeter, person_id, organisation_id, role)
    for organisation_id, role in sorted(changed.taken):
        claim(perimeter, organisation_id)
        session.execute(_TAKE, {"whose": person_id, "where": organisation_id, "what": role})
    session.execute(_FORGET, bound(perimeter, whose=person_id, of=issuer))
    for organisation_id, role in sorted(changed.answered_for):
        claim(perimeter, organisation_id)
        values = {"person_id": person_id, "issuer": issuer, "organisation_id": organisation_id, "role": role}
        session.execute(provided_role.insert().values(**values))
