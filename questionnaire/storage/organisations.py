"""Organisations: read with the établissement that they belong to, changed, and what each shows kept up to date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Select, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.organisations import (
    NOTHING_SAID,
    Organisation,
    OrganisationKind,
    Profile,
    read_profile,
    under,
    write_profile,
)
from questionnaire.storage.scope import bound, claim, one
from questionnaire.storage.tables.organisations import organisation

_house = organisation.alias("house")
Rows = Mapping[str, Any]


def columns_of(place: FromClause) -> tuple[ColumnElement[Any], ...]:
    """What ``organisation_of`` reads, of an alias of the table that ``with_house`` joins."""
    told = (place.c[name] for name in ("id", "parent_id", "kind", "name", "sector", "timezone", "department"))
    house = (_house.c[name].label(f"house_{name}") for name in ("id", "parent_id", "name", "sector", "timezone"))
    more = (_house.c.department.label("house_department"), _house.c.archived_at.label("house_archived_at"))
    return *told, place.c.archived_at, place.c.shown, *house, *more


def with_house(statement: Select[Any], place: FromClause) -> Select[Any]:
    """The statement with the établissement of those that are services."""
    return statement.outerjoin(
        _house, (_house.c.id == place.c.parent_id) & (place.c.kind == OrganisationKind.SERVICE.value)
    )


def organisation_of(row: Row[Any]) -> Organisation:
    """An organisation from a row of ``columns_of``; a service has sector, zone and département from its house."""
    within = _house_of(row)
    near = within or row
    return Organisation(
        row.id,
        row.parent_id,
        OrganisationKind(row.kind),
        row.name,
        near.sector,
        near.timezone,
        near.department or "",
        archived=row.archived_at is not None or bool(within and within.archived),
        profile=read_profile(row.shown),
        within=within,
    )


def _house_of(row: Row[Any]) -> Organisation | None:
    if row.house_id is None:
        return None
    return Organisation(
        row.house_id,
        row.house_parent_id,
        OrganisationKind.ETABLISSEMENT,
        row.house_name,
        row.house_sector,
        row.house_timezone,
        row.house_department or "",
        archived=row.house_archived_at is not None,
    )


_place = organisation.alias("place")
_ALL = with_house(select(*columns_of(_place)).select_from(_place), _place).order_by(_place.c.name, _place.c.id)
_INSIDE = _ALL.where(_place.c.id.in_(bindparam("perimeter", expanding=True)))
_RECORDS = _INSIDE.add_columns(_place.c.address, _place.c.finess, _place.c.own)
_RECORD = _RECORDS.where(_place.c.id == bindparam("organisation"))
_SAID = select(
    organisation.c.id, organisation.c.parent_id, organisation.c.name, organisation.c.own, organisation.c.shown
)
_CHANGE = organisation.update().where(organisation.c.id == bindparam("changed"))


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """All that is kept of an organisation.

    ``own`` is what it says itself, ``organisation.profile`` what holds there.
    """

    organisation: Organisation
    address: str = ""
    finess: str = ""
    own: Profile = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Said:
    """What one organisation says of itself, among those that stand above another."""

    id: str
    name: str
    own: Profile


def within(session: Session, perimeter: Perimeter) -> tuple[Organisation, ...]:
    """The organisations of a perimeter, archived ones too, by name."""
    return tuple(map(organisation_of, session.execute(_INSIDE, bound(perimeter))))


def record(session: Session, perimeter: Perimeter, organisation_id: str) -> OrganisationRecord:
    """All that is kept of an organisation; raises NotFound."""
    row = one(session, _RECORD, bound(perimeter, organisation=organisation_id))
    return OrganisationRecord(organisation_of(row), row.address or "", row.finess or "", read_profile(row.own))


def lineage(session: Session, perimeter: Perimeter, organisation_id: str) -> tuple[Said, ...]:
    """What an organisation says and what those above it say, the nearest first; raises NotFound.

    Those above may be outside of the perimeter: what they say holds below them.
    """
    claim(perimeter, organisation_id)
    rows = {row.id: row for row in session.execute(_SAID)}
    found: list[Said] = []
    here = rows.get(organisation_id)
    while here is not None and len(found) < len(rows):
        found.append(Said(here.id, here.name, read_profile(here.own)))
        here = rows.get(here.parent_id)
    return tuple(found)


def insert(session: Session, new: OrganisationRecord) -> None:
    """Found an organisation: nobody has a perimeter over what does not exist yet, so the journey asks."""
    place = new.organisation
    values = {"id": place.id, "parent_id": place.parent_id, "kind": place.kind, **_values(new)}
    session.execute(organisation.insert().values(**values))
    settle(session)


def change(session: Session, perimeter: Perimeter, changed: OrganisationRecord) -> None:
    """Keep an organisation as changed, its place among the others and its kind excepted; raises NotFound."""
    claim(perimeter, changed.organisation.id)
    session.execute(_CHANGE.values(**_values(changed)), {"changed": changed.organisation.id})
    settle(session)


def set_archived(session: Session, perimeter: Perimeter, organisation_id: str, at: datetime | None) -> None:
    """Archive an organisation, or take it out of the archive; raises NotFound."""
    claim(perimeter, organisation_id)
    session.execute(_CHANGE.values(archived_at=at), {"changed": organisation_id})


def _values(kept: OrganisationRecord) -> dict[str, object]:
    place = kept.organisation
    return {
        "name": place.name,
        "sector": place.sector,
        "timezone": place.timezone,
        "department": place.department or None,
        "address": kept.address or None,
        "finess": kept.finess or None,
        "own": write_profile(kept.own),
    }


def settle(session: Session) -> None:
    """Bring what every organisation shows up to date; only rows that change are written."""
    rows: Rows = {row.id: row for row in session.execute(_SAID)}
    shown: dict[str, Profile] = {}
    for id_, row in rows.items():
        said = write_profile(_shown(id_, rows, shown))
        if said != row.shown:
            session.execute(_CHANGE.values(shown=said), {"changed": id_})


def _shown(id_: str, rows: Rows, shown: dict[str, Profile]) -> Profile:
    if id_ not in shown:
        row = rows[id_]
        above = _shown(row.parent_id, rows, shown) if row.parent_id else NOTHING_SAID
        shown[id_] = under(above, read_profile(row.own))
    return shown[id_]
