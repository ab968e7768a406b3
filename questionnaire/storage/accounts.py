"""Accounts: opened for a person of the perimeter."""

from dataclasses import dataclass, field

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.people import get_person
from questionnaire.storage.tables.accounts import account

_PASSWORD = select(account.c.password).where(account.c.id == bindparam("account"))


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
    """Open an account; raises NotFound for a person outside the perimeter."""
    get_person(session, perimeter, new.person_id)
    session.execute(
        account.insert().values(
            person_id=new.person_id,
            email=new.email,
            password=new.password_hash,
            active=True,
            fs_uniquifier=new.unique,
        )
    )


def has_password(session: Session, account_id: int) -> bool:
    """Whether a password opens the account."""
    return bool(session.execute(_PASSWORD, {"account": account_id}).scalar_one())
