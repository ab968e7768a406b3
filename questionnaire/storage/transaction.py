"""The bounds of a piece of work: a reading that never waits, or a writing that is stored whole or not at all.

Give a plain ``Session`` made with ``expire_on_commit=False`` (``db.session()`` in the web, not the scoped
proxy).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

__all__ = [
    "READING_OPTIONS",
    "NestedWriting",
    "Session",
    "begin_reading",
    "is_reading",
    "is_writing",
    "reading",
    "undone",
    "writing",
]

_WRITING = "writing"
READING_OPTIONS = {"reading": True, "postgresql_readonly": True}


class NestedWriting(RuntimeError):
    """A fault of ours: a writing opened inside another would be committed by halves."""


@contextmanager
def reading(session: Session) -> Iterator[Session]:
    """One consistent view of the data; a write inside fails. Joins the transaction in course, if any."""
    if session.in_transaction():
        yield session
        return
    begin_reading(session)
    try:
        yield session
    finally:
        _end(session)


def begin_reading(session: Session) -> None:
    """Open a reading that lasts until the session's commit, rollback, close, or the next ``writing``."""
    session.connection(execution_options=READING_OPTIONS)


@contextmanager
def writing(session: Session, *, durable: bool = False) -> Iterator[Session]:
    """Everything inside is committed together, or nothing if an error leaves it.

    A reading in course ends first: what it saw may be old, so read again what the writing depends on.
    ``durable`` waits until the disk has the commit (SQLite; PostgreSQL always does). Raises StorageBusy when
    others write too long.
    """
    if is_writing(session):
        raise NestedWriting("a writing transaction is already open in this session")
    if session.in_transaction() and (durable or is_reading(session)):
        session.commit()
    session.info[_WRITING] = True
    try:
        session.connection(execution_options={"durable": True} if durable else None)
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info[_WRITING] = False


@contextmanager
def undone(session: Session) -> Iterator[None]:
    """Whatever is written inside is taken back at the end, within a writing that goes on."""
    inner = session.begin_nested()
    try:
        yield
    finally:
        inner.rollback()


def is_reading(session: Session) -> bool:
    """Whether the transaction in course is one that only reads."""
    return bool(session.connection().get_execution_options().get("reading"))


def is_writing(session: Session) -> bool:
    """Whether a ``writing`` is in course."""
    return bool(session.info.get(_WRITING))


def _end(session: Session) -> None:
    # A commit, not a rollback: nothing was written, and a rollback would forget the objects that were loaded.
    if session.is_active:
        session.commit()
    else:
        session.rollback()
