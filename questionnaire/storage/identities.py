"""Identities: which account a provider's person has, found before anybody is signed in."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Person
from questionnaire.storage.errors import AlreadyThere
from questionnaire.storage.scope import bound, inside, one, touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.identities import identity
from questionnaire.storage.tables.organisations import person

LINKED = "Cette identité, ou ce compte, est déjà lié."

_ACCOUNTS = (
    select(account.c.id, account.c.fs_uniquifier, account.c.active, account.c.person_id)
    .add_columns(person.c.organisation_id, person.c.first_name, person.c.last_name)
    .join(person, person.c.id == account.c.person_id)
    .where(inside(person))
)
_BY_EMAIL = _ACCOUNTS.where(func.lower(account.c.email) == bindparam("email"))
_BY_ID = _ACCOUNTS.where(account.c.id == bindparam("account"))
_EMAIL_TAKEN = select(account.c.id).where(func.lower(account.c.email) == bindparam("email"))
_KNOWN = _ACCOUNTS.join(identity, identity.c.account_id == account.c.id).where(
    identity.c.issuer == bindparam("issuer"), identity.c.subject == bindparam("subject")
)
_LINKED = select(identity.c.account_id).where(
    identity.c.issuer == bindparam("issuer"), identity.c.subject == bindparam("subject")
)
_OF_ACCOUNT = select(identity).where(identity.c.account_id == bindparam("account")).order_by(identity.c.since)
_SEEN = (
    identity.update()
    .where(identity.c.issuer == bindparam("of"), identity.c.subject == bindparam("named"))
    .values(last_at=bindparam("moment"))
)
_REMOVE = identity.delete().where(identity.c.account_id == bindparam("account"), identity.c.issuer == bindparam("of"))


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account as a sign-in finds it; ``unique`` is the name by which sessions know it."""

    id: int
    unique: str
    active: bool
    person: Person
    organisation_id: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One way into an account."""

    issuer: str
    subject: str
    opened: bool
    since: datetime
    last_at: datetime


def known(session: Session, perimeter: Perimeter, issuer: str, subject: str) -> KnownAccount | None:
    """The account of a provider's person."""
    row = session.execute(_KNOWN, bound(perimeter, issuer=issuer, subject=subject)).one_or_none()
    return _account(row) if row else None


def is_linked(session: Session, issuer: str, subject: str) -> bool:
    """Whether a provider's person has an account, wherever it is."""
    return session.execute(_LINKED, {"issuer": issuer, "subject": subject}).one_or_none() is not None


def by_email(session: Session, perimeter: Perimeter, email: str) -> KnownAccount | None:
    """The account with an address, written in small letters."""
    row = session.execute(_BY_EMAIL, bound(perimeter, email=email)).one_or_none()
    return _account(row) if row else None


def is_email_taken(session: Session, email: str) -> bool:
    """Whether an account has this address, wherever it is: there can be one only."""
    return session.execute(_EMAIL_TAKEN, {"email": email}).one_or_none() is not None


def by_id(session: Session, perimeter: Perimeter, account_id: int) -> KnownAccount:
    """An account; raises NotFound."""
    return _account(one(session, _BY_ID, bound(perimeter, account=account_id)))


def of_account(session: Session, account_id: int) -> tuple[Identity, ...]:
    """The ways into an account, the oldest first."""
    rows = session.execute(_OF_ACCOUNT, {"account": account_id})
    return tuple(Identity(row.issuer, row.subject, row.opened, row.since, row.last_at) for row in rows)


def add(session: Session, perimeter: Perimeter, account_id: int, new: Identity) -> None:
    """Link an account to a provider's person; raises NotFound for an account outside the perimeter.

    Raises AlreadyThere when either is linked already.
    """
    by_id(session, perimeter, account_id)
    try:
        with session.begin_nested():
            session.execute(identity.insert(), {"account_id": account_id, **asdict(new)})
    except IntegrityError as error:
        raise AlreadyThere(LINKED) from error


def seen(session: Session, issuer: str, subject: str, at: datetime) -> None:
    """Keep when a provider's person was last here."""
    session.execute(_SEEN, {"of": issuer, "named": subject, "moment": at})


def remove(session: Session, account_id: int, issuer: str) -> bool:
    """Unlink an account from a provider; whether it was linked."""
    return touched(session, _REMOVE, {"account": account_id, "of": issuer})


def _account(row: Row[Any]) -> KnownAccount:
    person_ = Person(row.person_id, row.first_name, row.last_name)
    return KnownAccount(row.id, row.fs_uniquifier, row.active, person_, row.organisation_id)
