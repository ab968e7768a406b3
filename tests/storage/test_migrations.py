import logging
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import Migrate, check, downgrade, upgrade
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import inspect

from questionnaire.storage import database
from questionnaire.storage.base import Base

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request, tmp_path):
    """An empty database inside the context of a small application."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    app = Flask("migrations")
    app.config["SQLALCHEMY_DATABASE_URI"] = (
        f"sqlite:///{tmp_path}/empty.db" if request.param == "sqlite" else request.getfixturevalue("postgres_other")
    )
    db = SQLAlchemy(app, model_class=Base)
    Migrate(app, db, directory=str(MIGRATIONS))
    with app.app_context():
        database.install(db.engine)
        yield db.engine
        db.engine.dispose()


def test_migrations_from_empty_give_the_tables_of_the_code(engine):
    upgrade()
    check()
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_migrations_can_be_undone(engine):
    upgrade()
    downgrade(revision="base")
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_migrations_leave_foreign_keys_on(engine):
    upgrade()
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
