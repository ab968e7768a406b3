"""The second step of accounts: the sealed secret of an application, the last code used, recovery codes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.storage.scope import touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.second_step import recovery_code

_IS = account.c.id == bindparam("one")
_KEPT = select(account.c.tf_totp_secret, account.c.totp_counter).where(_IS)
_WAITING = select(account.c.id, account.c.tf_totp_secret).where(account.c.fs_uniquifier == bindparam("unique"))
_SET = account.update().where(_IS).values(tf_totp_secret=bindparam("secret"), totp_counter=bindparam("last"))
_USE_STEP = (
    account.update()
    .where(_IS, or_(account.c.totp_counter.is_(None), account.c.totp_counter < bindparam("step")))
    .values(totp_counter=bindparam("step"))
)
_OF_ACCOUNT = recovery_code.c.account_id == bindparam("one")
_LEFT = select(func.count()).select_from(recovery_code).where(_OF_ACCOUNT)
_USE_CODE = recovery_code.delete().where(_OF_ACCOUNT, recovery_code.c.digest == bindparam("named"))
_FORGET_CODES = recovery_code.delete().where(_OF_ACCOUNT)


@dataclass(frozen=True, slots=True)
class KeptStep:
    """``sealed`` opens with the vault; ``last`` is the time step of the last code used."""

    sealed: str = field(repr=False)
    last: int | None


def of_account(session: Session, account_id: int) -> KeptStep | None:
    """The second step of an account; None where there is none."""
    row = session.execute(_KEPT, {"one": account_id}).one_or_none()
    return KeptStep(row.tf_totp_secret, row.totp_counter) if row and row.tf_totp_secret else None


def asked_of(session: Session, unique: str) -> int | None:
    """The id of the account so named among sessions, if it has a second step."""
    row = session.execute(_WAITING, {"unique": unique}).one_or_none()
    return row.id if row and row.tf_totp_secret else None


def keep(session: Session, account_id: int, sealed: str, last: int) -> None:
    """Give an account a second step; ``last`` is the step of the code that confirmed it."""
    session.execute(_SET, {"one": account_id, "secret": sealed, "last": last})


def remove(session: Session, account_id: int) -> None:
    """Take the second step of an account away, with its recovery codes."""
    session.execute(_SET, {"one": account_id, "secret": None, "last": None})
    session.execute(_FORGET_CODES, {"one": account_id})


def use_step(session: Session, account_id: int, step: int) -> bool:
    """Spend the code of a time step; False when it, or a later one, was spent: whoever comes first has it."""
    return touched(session, _USE_STEP, {"one": account_id, "step": step})


def replace_codes(session: Session, account_id: int, digests: Iterable[str]) -> None:
    """Give an account these recovery codes, in place of any others."""
    session.execute(_FORGET_CODES, {"one": account_id})
    session.execute(recovery_code.insert(), [{"account_id": account_id, "digest": each} for each in digests])


def use_code(session: Session, account_id: int, digest: str) -> bool:
    """Spend a recovery code; False when there is none such."""
    return touched(session, _USE_CODE, {"one": account_id, "named": digest})


def codes_left(session: Session, account_id: int) -> int:
    """How many recovery codes an account has left."""
    return int(session.execute(_LEFT, {"one": account_id}).scalar_one())
