"""Sessions open in browsers, by account: begun, seen, listed, closed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.storage.scope import touched
from questionnaire.storage.tables.sessions import session_opened

_OF_ACCOUNT = (
    select(session_opened)
    .where(session_opened.c.account_id == bindparam("account"))
    .order_by(session_opened.c.seen_at.desc(), session_opened.c.id)
)
_SEEN = session_opened.update().where(session_opened.c.id == bindparam("one")).values(seen_at=bindparam("moment"))
_CLOSE = session_opened.delete().where(
    session_opened.c.id == bindparam("one"), session_opened.c.account_id == bindparam("account")
)
_CLOSE_OTHERS = session_opened.delete().where(
    session_opened.c.id != bindparam("one"), session_opened.c.account_id == bindparam("account")
)
_END = session_opened.delete().where(session_opened.c.digest == bindparam("named"))
_FORGET = session_opened.delete().where(
    session_opened.c.account_id == bindparam("account"), session_opened.c.seen_at < bindparam("limit")
)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One browser in which an account is signed in; ``device`` says in words what it is."""

    id: str
    since: datetime
    seen_at: datetime
    device: str


def begin(session: Session, account_id: int, digest: str, new: OpenSession) -> None:
    """Record a session; ``digest`` is the SHA-256 of the secret that its cookie carries."""
    session.execute(
        session_opened.insert().values(
            id=new.id,
            account_id=account_id,
            digest=digest,
            since=new.since,
            seen_at=new.seen_at,
            device=new.device,
        )
    )


def of_account(session: Session, account_id: int) -> tuple[OpenSession, ...]:
    """The sessions of an account, the last one used first."""
    rows = session.execute(_OF_ACCOUNT, {"account": account_id})
    return tuple(OpenSession(row.id, row.since, row.seen_at, row.device) for row in rows)


def seen(session: Session, session_id: str, at: datetime) -> None:
    """Keep when a session was last used."""
    session.execute(_SEEN, {"one": session_id, "moment": at})


def close(session: Session, account_id: int, session_id: str) -> bool:
    """Close a session of an account; whether there was one."""
    return touched(session, _CLOSE, {"account": account_id, "one": session_id})


def close_others(session: Session, account_id: int, session_id: str) -> None:
    """Close every session of an account but one."""
    session.execute(_CLOSE_OTHERS, {"account": account_id, "one": session_id})


def end(session: Session, digest: str) -> None:
    """Close the session whose cookie carries a secret."""
    session.execute(_END, {"named": digest})


def forget(session: Session, account_id: int, limit: datetime) -> None:
    """Close the sessions of an account that nobody has used since a moment."""
    session.execute(_FORGET, {"account": account_id, "limit": limit})
