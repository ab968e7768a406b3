"""Insert or update in one statement, in the dialect of the session's database."""

from collections.abc import Callable
from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

Insert = sqlite.Insert | postgresql.Insert

_INSERTS: dict[str, Callable[[Table], Insert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert(session: Session, table: Table) -> Insert:
    """An insert that has ``on_conflict_do_update`` and ``on_conflict_do_nothing``."""
    return _INSERTS[session.get_bind().dialect.name](table)


def replacing(session: Session, table: Table, *columns: str) -> Insert:
    """An insert that gives these columns anew to the row that already has its primary key."""
    return _replacing(session.get_bind().dialect.name, table, columns)


@cache
def _replacing(dialect: str, table: Table, columns: tuple[str, ...]) -> Insert:
    """Built once: it costs more than running it."""
    statement = _INSERTS[dialect](table)
    anew = {name: statement.excluded[name] for name in columns}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=anew)
