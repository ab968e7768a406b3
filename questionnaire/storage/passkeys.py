"""Passkeys of accounts: kept, found by what their authenticator calls them, counted, renamed, removed."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.storage.scope import touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.passkeys import passkey

_OF_ACCOUNT = (
    select(passkey).where(passkey.c.account_id == bindparam("account")).order_by(passkey.c.since, passkey.c.id)
)
_NUMBER = select(func.count()).select_from(passkey).where(passkey.c.account_id == bindparam("account"))
_KNOWN = (
    select(passkey, account.c.fs_uniquifier, account.c.fs_webauthn_user_handle)
    .join(account, account.c.id == passkey.c.account_id)
    .where(passkey.c.digest == bindparam("named"), account.c.active)
)
_USED = (
    passkey.update()
    .where(
        passkey.c.id == bindparam("one"),
        # An authenticator that counts never goes back: a copy of it would.
        or_(passkey.c.sign_count < bindparam("count"), and_(passkey.c.sign_count == 0, bindparam("count") == 0)),
    )
    .values(sign_count=bindparam("count"), last_at=bindparam("moment"))
)
_OWN = (passkey.c.id == bindparam("one"), passkey.c.account_id == bindparam("account"))
_RENAME = passkey.update().where(*_OWN).values(name=bindparam("called"))
_REMOVE = passkey.delete().where(*_OWN)
_REMOVE_ALL = passkey.delete().where(passkey.c.account_id == bindparam("account"))
_HANDLE = select(account.c.fs_webauthn_user_handle).where(account.c.id == bindparam("one"))
_SET_HANDLE = account.update().where(account.c.id == bindparam("one")).values(fs_webauthn_user_handle=bindparam("name"))


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey; ``credential`` is its attested credential data."""

    id: str
    credential: bytes
    name: str
    sign_count: int
    since: datetime
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownPasskey:
    """A passkey with the account that it opens: its id, its name among sessions and among authenticators."""

    passkey: Passkey
    account_id: int
    unique: str
    handle: str


def of_account(session: Session, account_id: int) -> tuple[Passkey, ...]:
    """The passkeys of an account, the oldest first."""
    rows = session.execute(_OF_ACCOUNT, {"account": account_id})
    return tuple(
        Passkey(row.id, bytes.fromhex(row.credential), row.name, row.sign_count, row.since, row.last_at) for row in rows
    )


def number(session: Session, account_id: int) -> int:
    """How many passkeys an account has."""
    return int(session.execute(_NUMBER, {"account": account_id}).scalar_one())


def known(session: Session, credential_id: bytes) -> KnownPasskey | None:
    """The passkey that its authenticator calls so, of an open account; None without one."""
    row = session.execute(_KNOWN, {"named": _digest(credential_id)}).one_or_none()
    if row is None:
        return None
    own = Passkey(row.id, bytes.fromhex(row.credential), row.name, row.sign_count, row.since, row.last_at)
    return KnownPasskey(own, row.account_id, row.fs_uniquifier, row.fs_webauthn_user_handle or "")


def add(session: Session, account_id: int, credential_id: bytes, new: Passkey) -> None:
    """Keep a passkey."""
    session.execute(
        passkey.insert().values(
            id=new.id,
            account_id=account_id,
            digest=_digest(credential_id),
            credential=new.credential.hex(),
            name=new.name,
            sign_count=new.sign_count,
            since=new.since,
        )
    )


def used(session: Session, passkey_id: str, sign_count: int, at: datetime) -> bool:
    """Keep that a passkey was used; False where its count did not go on: it may be a copy."""
    return touched(session, _USED, {"one": passkey_id, "count": sign_count, "moment": at})


def rename(session: Session, account_id: int, passkey_id: str, name: str) -> bool:
    """Call a passkey of an account otherwise; whether there is one."""
    return touched(session, _RENAME, {"one": passkey_id, "account": account_id, "called": name})


def remove(session: Session, account_id: int, passkey_id: str) -> bool:
    """Remove a passkey of an account; whether there was one."""
    return touched(session, _REMOVE, {"one": passkey_id, "account": account_id})


def remove_all(session: Session, account_id: int) -> None:
    """Remove every passkey of an account."""
    session.execute(_REMOVE_ALL, {"account": account_id})


def handle(session: Session, account_id: int) -> str:
    """The random name of an account among authenticators; empty before its first passkey."""
    return session.execute(_HANDLE, {"one": account_id}).scalar_one() or ""


def set_handle(session: Session, account_id: int, name: str) -> None:
    """Give an account its name among authenticators."""
    session.execute(_SET_HANDLE, {"one": account_id, "name": name})


def _digest(credential_id: bytes) -> str:
    return sha256(credential_id).hexdigest()
