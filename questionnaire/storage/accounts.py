"""Accounts: opened for a person of the perimeter."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.errors import AlreadyThere
from questionnaire.storage.people import get_person
from questionnaire.storage.tables.accounts import account

HAS_ONE = "Cette personne, ou cette adresse, a déjà un compte."

_PASSWORD = select(account.c.password).where(account.c.id == bindparam("account"))

_OF_PERSON = select(account.c.id).where(account.c.person_id == bindparam("person"))
_CHANGE_PASSWORD = (
    account.update()
    .where(account.c.id == bindparam("one"))
    .values(password=bindparam("hash"), password_until=bindparam("until"))
)


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An empty ``password_hash``: no password opens the account.

    ``unique`` is the random name by which sessions know the account; changing it closes them all.
    """

    person_id: str
    email: str
    password_hash: str = field(repr=False)
    unique: str = field(repr=False)


def open_account(session: Session, perimeter: Perimeter, new: NewAccount) -> None:
    """Open an account; raises NotFound for a person outside the perimeter.

    Raises AlreadyThere when the person, or the address, has one.
    """
    get_person(session, perimeter, new.person_id)
    values = {
        "person_id": new.person_id,
        "email": new.email,
        "password": new.password_hash,
        "active": True,
        "fs_uniquifier": new.unique,
    }
    try:
        with session.begin_nested():
            session.execute(account.insert(), values)
    except IntegrityError as error:
        raise AlreadyThere(HAS_ONE) from error


def id_of_person(session: Session, perimeter: Perimeter, person_id: str) -> int | None:
    """The number of a person's account, None without one; raises NotFound for a person outside the perimeter."""
    get_person(session, perimeter, person_id)
    return session.execute(_OF_PERSON, {"person": person_id}).scalar_one_or_none()


def has_password(session: Session, account_id: int) -> bool:
    """Whether a password opens the account."""
    return bool(password_of(session, account_id))


def password_of(session: Session, account_id: int) -> str:
    """The hash of the account's password; empty when no password opens it."""
    return session.execute(_PASSWORD, {"account": account_id}).scalar_one() or ""


def change_password(session: Session, account_id: int, password_hash: str) -> None:
    """Let another password open the account, in place of the one before; none, where ``password_hash`` is empty."""
    session.execute(_CHANGE_PASSWORD, {"one": account_id, "hash": password_hash, "until": None})


def lend_password(session: Session, account_id: int, password_hash: str, until: datetime) -> None:
    """Let a password that somebody else knows open the account until then, in place of the one before."""
    session.execute(_CHANGE_PASSWORD, {"one": account_id, "hash": password_hash, "until": until})
