"""How Alembic reaches the application's database; run by Flask-Migrate inside the application's context."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from alembic import context
from flask import current_app
from flask_security import AsaList
from sqlalchemy import Connection, Engine

from questionnaire.storage import tables
from questionnaire.storage.times import UtcDateTime


def render_item(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    """Write our column types as plain ones, so that a migration does not change when our code does."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AsaList):
        return "flask_security.AsaList()"
    return False


def include_object(_object: object, name: str | None, kind: str, _reflected: object, _compared: object) -> bool:
    """Leave aside the indexes of words, which no description of tables can tell."""
    return not (kind == "index" and name is not None and name.startswith("fts_"))


@contextmanager
def without_foreign_keys(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew; dropping the old one must not delete what refers to it."""
    if connection.dialect.name != "sqlite":
        yield
        return
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        broken = cursor.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        cursor.execute("PRAGMA foreign_keys=ON")
    if broken:
        raise RuntimeError(f"this migration leaves rows that refer to nothing: {broken[:5]}")


def migrate(engine: Engine) -> None:
    """Run the migrations, all or none: SQLite's transactions are ours, so its DDL is transactional too."""
    with engine.connect() as connection, without_foreign_keys(connection):
        context.configure(
            connection=connection,
            target_metadata=tables.metadata,
            render_item=render_item,
            include_object=include_object,
            render_as_batch=True,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise RuntimeError("migrations need the database: there is no --sql mode")
migrate(current_app.extensions["migrate"].db.engine)
