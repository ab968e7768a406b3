"""Browsers known of an account: those in which it was signed in."""

from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.browsers import known_browser
from questionnaire.storage.upsert import replacing

_OF_ACCOUNT = select(known_browser.c.digest).where(known_browser.c.account_id == bindparam("account"))
_AT_ADDRESS = (
    select(known_browser.c.account_id)
    .join(account, account.c.id == known_browser.c.account_id)
    .where(func.lower(account.c.email) == bindparam("address"), known_browser.c.digest == bindparam("named"))
)
_FORGET = known_browser.delete().where(
    known_browser.c.account_id == bindparam("account"), known_browser.c.seen_at < bindparam("limit")
)


def of_account(session: Session, account_id: int) -> frozenset[str]:
    """The digests of the browsers known of an account."""
    return frozenset(session.scalars(_OF_ACCOUNT, {"account": account_id}))


def is_known_at(session: Session, address: str, digest: str) -> bool:
    """Whether the account of an address, in small letters, was signed in at a browser."""
    return session.execute(_AT_ADDRESS, {"address": address, "named": digest}).first() is not None


def keep(session: Session, account_id: int, digest: str, at: datetime) -> None:
    """Know a browser of an account, seen just now."""
    values = {"account_id": account_id, "digest": digest, "seen_at": at}
    session.execute(replacing(session, known_browser, "seen_at"), values)


def forget(session: Session, account_id: int, limit: datetime) -> None:
    """Know no more the browsers of an account that were not seen since."""
    session.execute(_FORGET, {"account": account_id, "limit": limit})
