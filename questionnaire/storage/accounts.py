"""Accounts: opened for a person of the perimeter."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.people import get_person
from questionnaire.storage.tables.accounts import account


@dataclass(frozen=True, slots=True)
class NewAccount:
    """``unique`` is the random name by which sessions know the account; changing it closes them all."""

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
