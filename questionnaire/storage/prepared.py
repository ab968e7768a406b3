"""Statements that nearly every request runs: compiled once for each kind of database, then given to its driver.

SQLAlchemy takes longer to prepare one execution than SQLite to run it. Only what every page asks belongs here.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Row, Select
from sqlalchemy.orm import Session

WATCHERS: set[Callable[[str], object]] = set()
"""Told of each statement sent from here, which SQLAlchemy's events do not see."""

Rows = Sequence[Row[Any]]
"""Named tuples, used as SQLAlchemy's rows: the columns of the statement by name, each as its type reads it."""

Run = Callable[[Connection, Mapping[str, str]], Rows]


class Prepared:
    """A reading whose parameters are texts, and no lists."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._runs: dict[str, Run] = {}

    def rows(self, session: Session, **parameters: str) -> Rows:
        """The rows that it finds, within the session's transaction; errors are SQLAlchemy's."""
        connection = session.connection()
        dialect = connection.dialect
        run = self._runs.get(dialect.name)
        if run is None:
            run = self._runs[dialect.name] = _run(self._statement, dialect)
        try:
            return run(connection, parameters)
        except dialect.loaded_dbapi.Error:
            # It knows what to do of a lost connection, and which error to raise.
            return session.execute(self._statement, parameters).all()


def _run(statement: Select[Any], dialect: Dialect) -> Run:
    compiled = statement.compile(dialect=dialect)
    text, fixed = str(compiled), dict(compiled.params)
    order: Sequence[str] | None = getattr(compiled, "positiontup", None)
    columns = statement.selected_columns
    row: Any = namedtuple("Row", columns.keys())  # type: ignore[misc]  # noqa: PYI024  # names of the statement
    read = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    readers = [(index, reader) for index, reader in enumerate(read) if reader is not None]

    def run(connection: Connection, parameters: Mapping[str, str]) -> Rows:
        for watcher in WATCHERS:
            watcher(text)
        values = {**fixed, **parameters}
        cursor = connection.connection.cursor()
        cursor.execute(text, values if order is None else [values[name] for name in order])
        found = []
        for stored in cursor.fetchall():
            told = list(stored)
            for index, reader in readers:
                told[index] = reader(told[index])
            found.append(row._make(told))
        cursor.close()
        return cast("Rows", found)

    return run
