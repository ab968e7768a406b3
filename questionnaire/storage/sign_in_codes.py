"""Codes sent by mail: kept until they are typed, wrong too often, or too old."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from questionnaire.storage.scope import touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.codes import sign_in_code

_CLEAR = sign_in_code.delete().where(
    or_(
        sign_in_code.c.asker == bindparam("browser"),
        sign_in_code.c.expires_at <= bindparam("now"),
    )
)
_TRY = (
    sign_in_code.update()
    .where(
        sign_in_code.c.asker == bindparam("browser"),
        sign_in_code.c.expires_at > bindparam("now"),
        sign_in_code.c.tries < bindparam("most"),
    )
    .values(tries=sign_in_code.c.tries + 1)
)
_FOUND = (
    select(account.c.fs_uniquifier, sign_in_code.c.code)
    .join(account, account.c.id == sign_in_code.c.account_id)
    .where(sign_in_code.c.asker == bindparam("browser"), account.c.active)
)
_CLAIM = sign_in_code.delete().where(
    sign_in_code.c.asker == bindparam("browser"),
    sign_in_code.c.code == bindparam("typed"),
    sign_in_code.c.account_id.is_(None),
)
_USE = sign_in_code.delete().where(sign_in_code.c.asker == bindparam("browser"))


@dataclass(frozen=True, slots=True)
class WaitingCode:
    """``asker`` and ``code`` are digests; no account: the address that was typed has none."""

    asker: str
    account_id: int | None
    code: str = field(repr=False)
    expires_at: datetime


def keep(session: Session, new: WaitingCode, now: datetime) -> None:
    """Keep a code, in place of any other of this browser; those too old go."""
    session.execute(_CLEAR, {"browser": new.asker, "now": now})
    session.execute(
        sign_in_code.insert().values(
            asker=new.asker, account_id=new.account_id, code=new.code, tries=0, expires_at=new.expires_at
        )
    )


def count_try(session: Session, asker: str, now: datetime, most: int) -> bool:
    """Count one more try of the code of a browser; False when there is none, or none may be tried any more."""
    return touched(session, _TRY, {"browser": asker, "now": now, "most": most})


def use(session: Session, asker: str, code: str) -> str | None:
    """The account's name among sessions, if this is the code; it is gone then. None for another code."""
    row = session.execute(_FOUND, {"browser": asker}).one_or_none()
    if row is None or row.code != code:
        return None
    return row.fs_uniquifier if touched(session, _USE, {"browser": asker}) else None


def claim(session: Session, asker: str, code: str) -> bool:
    """Whether this is the code that was sent to an address without account; it is gone then."""
    return touched(session, _CLAIM, {"browser": asker, "typed": code})
