"""Insert or update in one statement, in the dialect of the session's database."""

from collections.abc import Callable

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

Insert = sqlite.Insert | postgresql.Insert

_INSERTS: dict[str, Callable[[Table], Insert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert(session: Session, table: Table) -> Insert:
    """An insert that has ``on_conflict_do_update`` and ``on_conflict_do_nothing``."""
    return _INSERTS[session.get_bind().dialect.name](table)
