"""What the database is, how large, and at which migration it stands."""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select, text
from sqlalchemy.orm import Session

from questionnaire.storage.base import Base
from questionnaire.storage.tables.operating import installation_note

_SIZE = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}
_VERSION = {"sqlite": "SELECT sqlite_version()", "postgresql": "SHOW server_version"}
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def applied(session: Session) -> str | None:
    """The migration at which the database stands; None where none was ever applied."""
    return MigrationContext.configure(session.connection()).get_current_revision()


def latest(migrations: Path) -> str:
    """The last migration of this version of the product."""
    return str(ScriptDirectory(str(migrations)).get_current_head())


def size(session: Session) -> int:
    """Bytes that the database takes."""
    return int(session.execute(text(_SIZE[_dialect(session)])).scalar_one())


def kind(session: Session) -> str:
    """The name and the version of the database."""
    dialect = _dialect(session)
    return f"{_NAMES[dialect]} {session.execute(text(_VERSION[dialect])).scalar_one()}"


def rows(session: Session) -> dict[str, int]:
    """How many rows each table has, by its name."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    return {table.name: session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}


def has_notes(session: Session) -> bool:
    """Whether the migrations that keep notes of the installation were applied."""
    return inspect(session.connection()).has_table(installation_note.name)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
