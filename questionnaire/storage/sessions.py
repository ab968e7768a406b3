"""Sessions open in browsers, by account: begun, seen, listed, closed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, bindparam, or_, select
from sqlalchemy.orm import Session

from questionnaire.storage.scope import touched
from questionnaire.storage.tables.sessions import session_opened

_OF_ACCOUNT = (
    select(session_opened)
    .where(session_opened.c.account_id == bindparam("account"))
    .order_by(session_opened.c.seen_at.desc(), session_opened.c.id)
)
_SEEN = session_opened.update().where(session_opened.c.id == bindparam("one")).values(seen_at=bindparam("moment"))
_PROVE = (
    session_opened.update()
    .where(session_opened.c.id == bindparam("one"))
    .values(proved_at=bindparam("moment"), strong=or_(session_opened.c.strong, bindparam("two", type_=Boolean)))
)
_SHARE = session_opened.update().where(session_opened.c.id == bindparam("one")).values(shared=bindparam("others"))
_CLOSE = session_opened.delete().where(
    session_opened.c.id == bindparam("one"), session_opened.c.account_id == bindparam("account")
)
_CLOSE_OTHERS = session_opened.delete().where(
    session_opened.c.id != bindparam("one"), session_opened.c.account_id == bindparam("account")
)
_CLOSE_ALL = session_opened.delete().where(session_opened.c.account_id == bindparam("account"))
_END = session_opened.delete().where(session_opened.c.digest == bindparam("named"))
_FORGET = session_opened.delete().where(
    session_opened.c.account_id == bindparam("account"),
    session_opened.c.shared == bindparam("others"),
    session_opened.c.seen_at < bindparam("limit"),
)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One browser in which an account is signed in; ``device`` says in words what it is.

    ``shared``: other people use that computer too.
    """

    id: str
    since: datetime
    seen_at: datetime
    device: str
    shared: bool = False


def begin(session: Session, account_id: int, digest: str, new: OpenSession, *, strong: bool = False) -> None:
    """Record a session, its person just recognised: by two factors where it is ``strong``.

    ``digest`` is the SHA-256 of the secret that its cookie carries.
    """
    session.execute(
        session_opened.insert().values(
            id=new.id,
            account_id=account_id,
            digest=digest,
            since=new.since,
            seen_at=new.seen_at,
            device=new.device,
            proved_at=new.since,
            strong=strong,
            shared=new.shared,
        )
    )


def of_account(session: Session, account_id: int) -> tuple[OpenSession, ...]:
    """The sessions of an account, the last one used first."""
    rows = session.execute(_OF_ACCOUNT, {"account": account_id})
    return tuple(OpenSession(row.id, row.since, row.seen_at, row.device, row.shared) for row in rows)


def seen(session: Session, session_id: str, at: datetime) -> None:
    """Keep when a session was last used."""
    session.execute(_SEEN, {"one": session_id, "moment": at})


def prove(session: Session, session_id: str, at: datetime, *, strong: bool) -> None:
    """Keep that the person has just shown again who they are; a session once strong stays so."""
    session.execute(_PROVE, {"one": session_id, "moment": at, "two": strong})


def close(session: Session, account_id: int, session_id: str) -> bool:
    """Close a session of an account; whether there was one."""
    return touched(session, _CLOSE, {"account": account_id, "one": session_id})


def close_others(session: Session, account_id: int, session_id: str) -> None:
    """Close every session of an account but one."""
    session.execute(_CLOSE_OTHERS, {"account": account_id, "one": session_id})


def close_all(session: Session, account_id: int) -> None:
    """Close every session of an account."""
    session.execute(_CLOSE_ALL, {"account": account_id})


def end(session: Session, digest: str) -> None:
    """Close the session whose cookie carries a secret."""
    session.execute(_END, {"named": digest})


def share(session: Session, session_id: str, *, shared: bool) -> None:
    """Keep whether other people use the computer of a session too."""
    session.execute(_SHARE, {"one": session_id, "others": shared})


def forget(session: Session, account_id: int, limit: datetime, *, shared: bool) -> None:
    """Close the sessions of an account, on shared computers or on others, that nobody has used since a moment."""
    session.execute(_FORGET, {"account": account_id, "limit": limit, "others": shared})
