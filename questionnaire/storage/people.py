"""People: organisations, persons, memberships, and the actor behind an account.

``load_signed_in`` is the hot one: one statement, whatever the number of memberships.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import (
    Actor,
    Membership,
    Organisation,
    Perimeter,
    Person,
    Role,
)
from questionnaire.storage import organisations, publications
from questionnaire.storage.errors import NotFound
from questionnaire.storage.organisations import OrganisationRecord
from questionnaire.storage.prepared import Prepared
from questionnaire.storage.scope import bound, claim, inside, one
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.organisations import membership, organisation, person
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.upsert import replacing


def current() -> ColumnElement[bool]:
    """The condition that a role has not come to its end, by the date of the database."""
    return or_(membership.c.until.is_(None), membership.c.until >= func.current_date())


def _actor_statement(asked: ColumnElement[bool]) -> Select[Any]:
    """Account, person, their organisation, and a line for each organisation that each membership reaches."""
    roots = (
        select(membership.c.organisation_id.label("root"), membership.c.organisation_id.label("id"))
        .join(account, account.c.person_id == membership.c.person_id)
        .where(asked, current())
        .cte("reach", recursive=True)
    )
    below = select(roots.c.root, organisation.c.id).where(organisation.c.parent_id == roots.c.id)
    reach = roots.union(below)
    own = organisation.alias("own")
    statement = (
        select(
            account.c.id.label("account_id"),
            person.c.id.label("person_id"),
            person.c.first_name,
            person.c.last_name,
            *organisations.columns_of(own),
            membership.c.organisation_id,
            membership.c.role,
            reach.c.id.label("reached"),
        )
        .join(person, person.c.id == account.c.person_id)
        .join(own, own.c.id == person.c.organisation_id)
        .outerjoin(membership, (membership.c.person_id == person.c.id) & current())
        .outerjoin(reach, reach.c.root == membership.c.organisation_id)
        .where(asked, account.c.active)
    )
    return organisations.with_house(statement, own)


REMEMBERED = 1024
"""Actors kept per process: those who were here lately."""

_ACTOR = _actor_statement(account.c.id == bindparam("account"))
_UNIQUE = _actor_statement(account.c.fs_uniquifier == bindparam("unique"))
_SIGNED_IN = Prepared(
    _UNIQUE.add_columns(
        session_opened.c.id.label("session_id"),
        session_opened.c.since,
        session_opened.c.seen_at,
        session_opened.c.proved_at,
        session_opened.c.strong,
        session_opened.c.shared,
        account.c.password_until,
        publications.stamp().label("stamp"),
    ).join(
        session_opened,
        and_(session_opened.c.account_id == account.c.id, session_opened.c.digest == bindparam("digest")),
    )
)
_BY_EMAIL = _actor_statement(func.lower(account.c.email) == bindparam("wanted")).add_columns(account.c.email)
_ANYBODY = _actor_statement(account.c.id == select(func.min(account.c.id)).where(account.c.active).scalar_subquery())
_PERSON = select(person.c.id, person.c.first_name, person.c.last_name).where(inside(person))

_EMAIL = (
    select(func.coalesce(account.c.email, person.c.email))
    .select_from(person)
    .outerjoin(account, account.c.person_id == person.c.id)
    .where(person.c.id == bindparam("person"))
)


def load_actor(session: Session, account_id: int) -> Actor | None:
    """Who acts through an account; None when there is no such account, or it is closed."""
    return _actor(session.execute(_ACTOR, {"account": account_id}).all())


def load_by_unique(session: Session, unique: str) -> Actor | None:
    """Who acts through the account so named among sessions; None when there is none, or it is closed."""
    return _actor(session.execute(_UNIQUE, {"unique": unique}).all())


def load_by_email(session: Session, email: str) -> tuple[Actor, str] | None:
    """Who acts through the account of an address in small letters, and the address as it was given.

    None when there is none, it is closed, or more than one could be meant.
    """
    rows = session.execute(_BY_EMAIL, {"wanted": email}).all()
    actor = _actor(rows) if len({row.account_id for row in rows}) == 1 else None
    return (actor, rows[0].email) if actor else None


def load_anybody(session: Session) -> Actor | None:
    """Who acts through the first account that is open: one like any other; None where there is none."""
    return _actor(session.execute(_ANYBODY).all())


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who is at a browser, by which open session, begun and last used when.

    ``proved_at`` is when they last showed who they are, None where that is not known; ``strong``: by two factors.
    ``shared``: others use that computer too. ``password_until`` is when a password lent to them stops working.
    ``stamp`` tells which forms are published (``publications.stamp``).
    """

    actor: Actor
    session_id: str
    since: datetime
    seen_at: datetime
    proved_at: datetime | None = None
    strong: bool = False
    shared: bool = False
    password_until: datetime | None = None
    stamp: int = 0


def load_signed_in(session: Session, unique: str, digest: str) -> Recognised | None:
    """Who acts through the account that a browser's cookie names, while its session is open; None otherwise.

    ``digest`` is the SHA-256 of the secret that the cookie carries.
    """
    rows = _SIGNED_IN.rows(session, unique=unique, digest=digest)
    actor = _actor(rows)
    if actor is None:
        return None
    head = rows[0]
    return Recognised(
        actor,
        head.session_id,
        head.since,
        head.seen_at,
        head.proved_at,
        bool(head.strong),
        bool(head.shared),
        head.password_until,
        head.stamp,
    )


def _actor(rows: Sequence[Row[Any]]) -> Actor | None:
    return _remembered(tuple(rows)) if rows else None


@lru_cache(REMEMBERED)
def _remembered(rows: tuple[Row[Any], ...]) -> Actor:
    """The actor that these rows tell: the same object as long as they tell the same."""
    head = rows[0]
    person_ = Person(head.person_id, head.first_name, head.last_name)
    return Actor(head.account_id, person_, _memberships(rows), organisations.organisation_of(head))


def actor_of_person(session: Session, person_id: str) -> Actor:
    """The actor that a person is through their account; raises NotFound without one."""
    row = one(session, select(account.c.id).where(account.c.person_id == bindparam("person")), {"person": person_id})
    actor = load_actor(session, row.id)
    if actor is None:
        raise NotFound("Cette personne n’a pas de compte ouvert.")
    return actor


def _memberships(rows: Iterable[Row[Any]]) -> tuple[Membership, ...]:
    reached: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row.role is not None:
            reached.setdefault((row.organisation_id, row.role), set()).add(row.reached)
    return tuple(Membership(place, Role(role), frozenset(ids)) for (place, role), ids in sorted(reached.items()))


def whole_perimeter(session: Session) -> Perimeter:
    """Every organisation: for the runner and for an operator at a terminal, never for an account."""
    return Perimeter(frozenset(session.scalars(select(organisation.c.id))))


def get_organisation(session: Session, perimeter: Perimeter, organisation_id: str) -> Organisation:
    """An organisation; raises NotFound."""
    return organisations.record(session, perimeter, organisation_id).organisation


def get_person(session: Session, perimeter: Perimeter, person_id: str) -> Person:
    """A person; raises NotFound, also of a record merged into another."""
    statement = _PERSON.where(person.c.id == bindparam("person"), person.c.merged_into.is_(None))
    row = one(session, statement, bound(perimeter, person=person_id))
    return Person(row.id, row.first_name, row.last_name)


def email_of(session: Session, perimeter: Perimeter, person_id: str) -> str:
    """The address of a person's account, or where to write to them; empty without one. Raises NotFound."""
    get_person(session, perimeter, person_id)
    return session.execute(_EMAIL, {"person": person_id}).scalar_one_or_none() or ""


def email_of_account(session: Session, person_id: str) -> str:
    """The address of a person's account, wherever they are; empty without one."""
    statement = select(account.c.email).where(account.c.person_id == bindparam("person"))
    return session.execute(statement, {"person": person_id}).scalar_one_or_none() or ""


def get_people(session: Session, perimeter: Perimeter, person_ids: Iterable[str]) -> dict[str, Person]:
    """Those of these people who are within the perimeter, by id; under the names of then where they were merged."""
    statement = _PERSON.where(person.c.id.in_(bindparam("people", expanding=True)))
    rows = session.execute(statement, bound(perimeter, people=sorted(set(person_ids))))
    return {row.id: Person(row.id, row.first_name, row.last_name) for row in rows}


def add_organisation(session: Session, new: Organisation) -> None:
    """Found an organisation (set-up only: nobody has a perimeter over what does not exist yet)."""
    organisations.insert(session, OrganisationRecord(new, own=new.profile))


def add_person(session: Session, perimeter: Perimeter, organisation_id: str, new: Person, email: str = "") -> None:
    """Record a person who belongs to an organisation; ``email`` is where to write to them."""
    claim(perimeter, organisation_id)
    session.execute(
        person.insert().values(
            id=new.id,
            organisation_id=organisation_id,
            first_name=new.first_name,
            last_name=new.last_name,
            email=email or None,
        )
    )


def grant(
    session: Session,
    perimeter: Perimeter,
    person_id: str,
    organisation_id: str,
    role: Role,
    until: date | None = None,
) -> None:
    """Give a person a role in an organisation, up to and with a day; a role held already ends on that day instead."""
    claim(perimeter, organisation_id)
    get_person(session, perimeter, person_id)
    values = {"person_id": person_id, "organisation_id": organisation_id, "role": role, "until": until}
    session.execute(replacing(session, membership, "until"), values)
