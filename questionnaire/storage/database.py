"""How a database behaves: SQLite's transactions made explicit and fair; PostgreSQL is left as it is.

Execution options, given by ``storage.transaction``: ``reading`` (a snapshot that cannot write and never
waits) and ``durable`` (the commit survives a power cut). Without them a transaction writes.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from questionnaire.storage.errors import StorageBusy
from questionnaire.storage.writers_queue import WritersQueue

PATIENCE = 5.0
"""Seconds that a writer waits for the others before StorageBusy."""

_PLACE, _INSIDE, _PRAGMAS = "writers_place", "writers_inside", "pragmas"


def open_engine(url: str) -> Engine:
    """An engine of its own, prepared: for processes that have no Flask."""
    engine = create_engine(url)
    install(engine)
    return engine


def install(engine: Engine, patience: float = PATIENCE) -> None:
    """Prepare an engine, before its first connection."""
    if engine.dialect.name != "sqlite":
        return
    path = engine.url.database
    queue = WritersQueue(Path(f"{path}.lock"), patience) if path and path != ":memory:" else None

    @event.listens_for(engine, "connect")
    def prepare(dbapi: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None  # the driver would begin its own, deferred transactions
        # A new file must be WAL before several readers and a writer share it.
        dbapi.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
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
            record.info[_PLACE].leave()


def _begin_writing(connection: Connection, queue: WritersQueue | None) -> None:
    info = connection.connection.info
    if queue:
        if _PLACE not in info:
            info[_PLACE] = queue.place()
        queue.enter(info[_PLACE])
        info[_INSIDE] = True
    try:
        connection.connection.cursor().execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise StorageBusy("La base de données est occupée. Réessayez dans un instant.") from error


def _pragma(connection: Connection, name: str, value: str) -> None:
    """Set a pragma for the coming transaction, unless it stands so already."""
    known = connection.connection.info.setdefault(_PRAGMAS, {"synchronous": "NORMAL", "query_only": "OFF"})
    if known[name] != value:
        connection.connection.cursor().execute(f"PRAGMA {name}={value}")
        known[name] = value
