"""The directory of the installation: its organisations, and those who hold a role in them; one statement.

It takes no perimeter: names of establishments, and of the people in charge of them, are public within an installation.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Organisation, OrganisationKind, Role
from questionnaire.storage.tables.organisations import membership, organisation, person

_HOLDS = (membership.c.organisation_id == organisation.c.id) & membership.c.role.in_(bindparam("roles", expanding=True))
_ENTRIES = (
    select(organisation, person.c.id.label("person_id"), person.c.first_name, person.c.last_name, membership.c.role)
    .outerjoin(membership, _HOLDS)
    .outerjoin(person, person.c.id == membership.c.person_id)
    .order_by(organisation.c.name, organisation.c.id, person.c.last_name, person.c.first_name, person.c.id)
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds a role in an organisation."""

    id: str
    name: str
    organisation_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Entries:
    """Every organisation by name, and those who hold the roles asked for, once for each role."""

    organisations: tuple[Organisation, ...]
    holders: tuple[Holder, ...]


def read(session: Session, roles: Iterable[Role]) -> Entries:
    """The directory, with those who hold one of these roles."""
    places: dict[str, Organisation] = {}
    holders: list[Holder] = []
    for row in session.execute(_ENTRIES, {"roles": sorted(roles)}):
        kind = OrganisationKind(row.kind)
        places[row.id] = Organisation(row.id, row.parent_id, kind, row.name, row.sector, row.timezone)
        if row.person_id is not None:
            holders.append(Holder(row.person_id, f"{row.first_name} {row.last_name}", row.id, Role(row.role)))
    return Entries(tuple(places.values()), tuple(holders))
