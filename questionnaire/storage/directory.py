"""The directory of the installation: organisations that are not archived, and those who hold a role in them.

It takes no perimeter: names of establishments, and of the people in charge of them, are public within an installation.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Organisation, Role
from questionnaire.storage.organisations import columns_of, organisation_of, with_house
from questionnaire.storage.people import current
from questionnaire.storage.tables.organisations import membership, organisation, person

_place = organisation.alias("place")
_HOLDS = (
    (membership.c.organisation_id == _place.c.id)
    & membership.c.role.in_(bindparam("roles", expanding=True))
    & current()
)
_LISTED = (
    select(
        *columns_of(_place), person.c.id.label("person_id"), person.c.first_name, person.c.last_name, membership.c.role
    )
    .select_from(_place)
    .outerjoin(membership, _HOLDS)
    .outerjoin(person, person.c.id == membership.c.person_id)
    .order_by(_place.c.name, _place.c.id, person.c.last_name, person.c.first_name, person.c.id)
)
_ENTRIES = with_house(_LISTED, _place)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds a role in an organisation."""

    id: str
    name: str
    organisation_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Entries:
    """Every organisation that is not archived, by name, and those who hold the roles asked for, once for each role."""

    organisations: tuple[Organisation, ...]
    holders: tuple[Holder, ...]


def read(session: Session, roles: Iterable[Role]) -> Entries:
    """The directory, with those who hold one of these roles."""
    places: dict[str, Organisation] = {}
    holders: list[Holder] = []
    for row in session.execute(_ENTRIES, {"roles": sorted(roles)}):
        place = organisation_of(row)
        if place.archived:
            continue
        places[row.id] = place
        if row.person_id is not None:
            holders.append(Holder(row.person_id, f"{row.first_name} {row.last_name}", row.id, Role(row.role)))
    return Entries(tuple(places.values()), tuple(holders))
