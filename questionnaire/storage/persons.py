"""People as those who administer them see them: names, address, account, roles; never what they wrote."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Person, Role
from questionnaire.storage.errors import NotFound
from questionnaire.storage.people import get_person
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.identities import provided_role
from questionnaire.storage.tables.organisations import membership, organisation, person
from questionnaire.storage.tables.passkeys import passkey

_PERSONS = (
    select(
        person.c.id,
        person.c.first_name,
        person.c.last_name,
        person.c.email.label("contact"),
        person.c.mobile,
        person.c.organisation_id,
        organisation.c.name.label("organisation"),
        account.c.id.label("account_id"),
        account.c.email,
        account.c.active,
        account.c.tf_totp_secret.is_not(None).label("second_step"),
        select(passkey.c.id).where(passkey.c.account_id == account.c.id).exists().label("passkeys"),
    )
    .join(organisation, organisation.c.id == person.c.organisation_id)
    .outerjoin(account, account.c.person_id == person.c.id)
    .where(inside(person), person.c.merged_into.is_(None))
    .order_by(person.c.last_name, person.c.first_name, person.c.id)
)
_ONE = _PERSONS.where(person.c.id == bindparam("person"))
_PROVIDED = (
    select(provided_role.c.issuer)
    .where(
        provided_role.c.person_id == membership.c.person_id,
        provided_role.c.organisation_id == membership.c.organisation_id,
        provided_role.c.role == membership.c.role,
    )
    .exists()
)
_ROLES = (
    select(membership, organisation.c.name, _PROVIDED.label("provided"))
    .join(organisation, organisation.c.id == membership.c.organisation_id)
    .where(membership.c.person_id.in_(bindparam("people", expanding=True)))
    .order_by(organisation.c.name, membership.c.role)
)
_HOLDERS = (
    select(person.c.id, person.c.email.label("contact"), account.c.email)
    .outerjoin(account, account.c.person_id == person.c.id)
    .where(
        or_(*(func.lower(each).in_(bindparam("emails", expanding=True)) for each in (account.c.email, person.c.email)))
    )
    # Whoever has an account there comes last, and stands.
    .order_by(account.c.id.is_not(None))
)
_AT_ONCE = 500
"""Addresses looked for in one statement."""
_IS_ROLE = (
    membership.c.person_id == bindparam("whose"),
    membership.c.role == bindparam("what"),
    inside(membership),
    membership.c.organisation_id == bindparam("where"),
)
_IS_PERSON = (person.c.id == bindparam("whose"), inside(person))
_MOBILE = select(person.c.mobile).where(*_IS_PERSON)
_OF_PERSON = account.c.person_id.in_(select(person.c.id).where(*_IS_PERSON))


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role held in an organisation, up to and with the day ``until``; ``provided`` by an identity provider."""

    organisation_id: str
    organisation: str
    role: Role
    until: date | None
    provided: bool


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person. ``active`` tells whether their account is open, None without any account.

    ``second_step``: their account asks for one; ``passkeys``: some open it.
    ``roles`` are those held within the perimeter of who asks; ``elsewhere`` tells that there are others.
    """

    person: Person
    organisation_id: str
    organisation: str
    email: str
    active: bool | None
    roles: tuple[HeldRole, ...]
    elsewhere: bool
    second_step: bool = False
    passkeys: bool = False
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class SoughtPeople:
    """What a list is asked for: words of a name or an address, a place in the order of names."""

    words: str = ""
    offset: int = 0
    limit: int | None = None


def listing(session: Session, perimeter: Perimeter, sought: SoughtPeople) -> tuple[PersonRecord, ...]:
    """People of a perimeter by name; every word must be in a name or in the address."""
    statement = _PERSONS.where(*map(_has, sought.words.split())).offset(sought.offset).limit(sought.limit)
    return _records(session, perimeter, session.execute(statement, bound(perimeter)).all())


def _has(word: str) -> ColumnElement[bool]:
    columns = (person.c.first_name, person.c.last_name, account.c.email, person.c.email)
    return or_(*(func.lower(column).contains(word.lower(), autoescape=True) for column in columns))


def get(session: Session, perimeter: Perimeter, person_id: str) -> PersonRecord:
    """A person; raises NotFound."""
    row = one(session, _ONE, bound(perimeter, person=person_id))
    return _records(session, perimeter, [row])[0]


def _records(session: Session, perimeter: Perimeter, rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[PersonRecord, ...]:
    held: dict[str, list[Row[*tuple[Any, ...]]]] = {row.id: [] for row in rows}
    for role in session.execute(_ROLES, {"people": list(held)}):
        held[role.person_id].append(role)
    return tuple(_record(perimeter, row, held[row.id]) for row in rows)


def _record(perimeter: Perimeter, row: Row[*tuple[Any, ...]], roles: Iterable[Row[*tuple[Any, ...]]]) -> PersonRecord:
    all_roles = [
        HeldRole(each.organisation_id, each.name, Role(each.role), each.until, bool(each.provided)) for each in roles
    ]
    seen = tuple(role for role in all_roles if role.organisation_id in perimeter)
    return PersonRecord(
        person=Person(row.id, row.first_name, row.last_name),
        organisation_id=row.organisation_id,
        organisation=row.organisation,
        email=row.email or row.contact or "",
        active=None if row.account_id is None else bool(row.active),
        roles=seen,
        elsewhere=len(seen) < len(all_roles),
        second_step=bool(row.second_step),
        passkeys=bool(row.passkeys),
        mobile=row.mobile or "",
    )


def holders_of_emails(session: Session, emails: Iterable[str]) -> dict[str, str]:
    """The ids of those who have these addresses, wherever they are, by address in small letters.

    An address opens one account only, in whatever letters it is written.
    """
    wanted = sorted({email.lower() for email in emails if email})
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        for row in session.execute(_HOLDERS, {"emails": wanted[start : start + _AT_ONCE]}):
            found |= {email.lower(): row.id for email in (row.contact, row.email) if email}
    return {email: found[email] for email in wanted if email in found}


def rename(session: Session, perimeter: Perimeter, changed: Person) -> None:
    """Give a person their names anew; raises NotFound."""
    values = {"first_name": changed.first_name, "last_name": changed.last_name}
    get_person(session, perimeter, changed.id)
    session.execute(person.update().where(*_IS_PERSON).values(**values), bound(perimeter, whose=changed.id))


def set_email(session: Session, perimeter: Perimeter, person_id: str, email: str) -> None:
    """Keep the address of a person, that of their account too; raises NotFound."""
    get_person(session, perimeter, person_id)
    where = bound(perimeter, whose=person_id)
    session.execute(person.update().where(*_IS_PERSON).values(email=email or None), where)
    if email:
        session.execute(account.update().where(_OF_PERSON).values(email=email), where)


def set_mobile(session: Session, perimeter: Perimeter, person_id: str, mobile: str) -> None:
    """Keep the mobile number of a person (E.164), none where it is empty; raises NotFound."""
    get_person(session, perimeter, person_id)
    values = {"mobile": mobile or None}
    session.execute(person.update().where(*_IS_PERSON).values(**values), bound(perimeter, whose=person_id))


def mobile_of(session: Session, perimeter: Perimeter, person_id: str) -> str:
    """The mobile number of a person (E.164), empty where there is none; raises NotFound."""
    return one(session, _MOBILE, bound(perimeter, whose=person_id)).mobile or ""


def withdraw(session: Session, perimeter: Perimeter, person_id: str, organisation_id: str, role: Role) -> bool:
    """Take a role back; whether it was held in the perimeter."""
    values = bound(perimeter, whose=person_id, where=organisation_id, what=role)
    return touched(session, membership.delete().where(*_IS_ROLE), values)


def close(session: Session, perimeter: Perimeter, person_id: str, unique: str) -> None:
    """Close an account, and give it a new name, which ends its sessions; raises NotFound."""
    _set(session, perimeter, person_id, {"active": False, "fs_uniquifier": unique})


def reopen(session: Session, perimeter: Perimeter, person_id: str) -> None:
    """Open a closed account again; raises NotFound."""
    _set(session, perimeter, person_id, {"active": True})


def _set(session: Session, perimeter: Perimeter, person_id: str, values: dict[str, object]) -> None:
    if not touched(session, account.update().where(_OF_PERSON).values(**values), bound(perimeter, whose=person_id)):
        raise NotFound("Cette personne n’a pas de compte.")
