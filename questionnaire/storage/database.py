"""How a database behaves: SQLite's transactions made explicit and fair; PostgreSQL is left as it is.

Execution options, given by ``storage.transaction``: ``reading`` (a snapshot that cannot write and never
waits) and ``durable`` (the commit survives a power cut). Without them a transaction writes.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from questionnaire.storage import sealing
from questionnaire.storage.cipher import Cipher
from questionnaire.storage.writers_queue import WritersQueue, busy

PATIENCE = 5.0
"""Seconds that a writer waits for the others before StorageBusy."""

_INSIDE, _PRAGMAS = "inside_writers_queue", "pragmas"


def open_engine(url: str, keys: Iterable[bytes] = ()) -> Engine:
    """An engine of its own, prepared; ``keys`` open and seal sensitive answers."""
    engine = create_engine(url)
    install(engine)
    sealing.use(engine, Cipher(keys))
    return engine


@contextmanager
def open_session(url: str, keys: Iterable[bytes] = ()) -> Iterator[Session]:
    """A session on an engine of its own, both closed at the end: for processes that have no Flask."""
    engine = open_engine(url, keys)
    try:
        with Session(engine, expire_on_commit=False) as session:
            yield session
    finally:
        engine.dispose()


def answers(session: Session) -> bool:
    """Whether the database answers."""
    return bool(session.execute(text("SELECT 1")).scalar_one() == 1)


def fault(session: Session) -> str:
    """What kind of error keeps the database from answering; empty where it answers."""
    try:
        answers(session)
    except SQLAlchemyError as error:
        session.rollback()
        return type(error).__name__
    return ""


def install(engine: Engine, patience: float = PATIENCE) -> None:
    """Prepare an engine, before its first connection."""
    if engine.dialect.name != "sqlite":
        return
    path = engine.url.database
    queue = WritersQueue(Path(path), patience) if path and path != ":memory:" else None

    @event.listens_for(engine, "do_connect")
    def make_folder(*_: object) -> None:
        if path and path != ":memory:":
            Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    @event.listens_for(engine, "connect")
    def prepare(dbapi: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None  # the driver would begin its own, deferred transactions
        # A new file must be WAL before several readers and a writer share it.
        dbapi.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        # What is deleted is overwritten: whoever holds the file does not read it there.
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            dbapi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        _pragma(connection, "synchronous", "FULL" if options.get("durable") else "NORMAL")
        _pragma(connection, "query_only", "ON" if options.get("reading") else "OFF")
        if options.get("reading"):
            connection.connection.cursor().execute("BEGIN")
        else:
            _begin_writing(connection, queue)

    @event.listens_for(engine, "checkin")
    def leave(_dbapi: object, record: ConnectionPoolEntry) -> None:
        if queue and record.info.pop(_INSIDE, False):
            queue.leave()


def _begin_writing(connection: Connection, queue: WritersQueue | None) -> None:
    info = connection.connection.info
    if queue and not info.get(_INSIDE):
        queue.enter()
        info[_INSIDE] = True
    try:
        connection.connection.cursor().execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise busy() from error


def _pragma(connection: Connection, name: str, value: str) -> None:
    """Set a pragma for the coming transaction, unless it stands so already."""
    known = connection.connection.info.setdefault(_PRAGMAS, {"synchronous": "NORMAL", "query_only": "OFF"})
    if known[name] != value:
        connection.connection.cursor().execute(f"PRAGMA {name}={value}")
        known[name] = value


def compact(session: Session) -> None:
    """Write SQLite's file anew, without what was deleted or replaced; outside of any transaction, nobody else writing.

    PostgreSQL leaves it to its administrator (``VACUUM FULL``).
    """
    engine = session.get_bind()
    if engine.dialect.name != "sqlite" or isinstance(engine, Connection):
        return
    session.close()
    with engine.connect() as connection:
        cursor = connection.connection.cursor()  # no transaction is begun for what goes past SQLAlchemy
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def leave_no_trace(session: Session, table: str) -> bool:
    """Remove what a table held before: from SQLite's log, from PostgreSQL's pages; False when it stays.

    Outside of any transaction. It waits for those who are reading, a few seconds at most; PostgreSQL's own log
    (``pg_wal`` and its archive) keeps what was written.
    """
    engine = session.get_bind()
    if isinstance(engine, Connection):
        return False
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            cursor = connection.connection.cursor()
            return not cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    name = engine.dialect.identifier_preparer.quote(table)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            connection.execute(text(f"VACUUM (FULL) {name}"))
        except SQLAlchemyError:
            return False
    return True
