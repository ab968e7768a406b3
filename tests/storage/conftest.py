"""Databases for the tests of storage: each test runs on SQLite and on PostgreSQL, in its own database."""

import shutil

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from questionnaire.storage import database, tables
from tests.storage import postgres
from tests.storage.world import furnish


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = create_engine(f"sqlite:///{path}")
    database.install(engine)
    tables.metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_url():
    """The address of a server's database, empty of tables."""
    programs = postgres.find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (Debian: apt-get install postgresql)")
    with postgres.serve(programs) as url:
        yield f"{url}/postgres"


@pytest.fixture(scope="session")
def postgres_engine_with_tables(postgres_url):
    engine = create_engine(postgres_url)
    database.install(engine)
    tables.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_engine(postgres_engine_with_tables):
    """Emptied, not made again: ten times faster."""
    yield postgres_engine_with_tables
    names = ", ".join(f'"{table.name}"' for table in tables.metadata.sorted_tables)
    with postgres_engine_with_tables.begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))


@pytest.fixture
def postgres_other(postgres_url):
    """The address of a database that has nothing in it, for one test."""
    maker = create_engine(postgres_url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with maker.connect() as connection:
        connection.execute(text("CREATE DATABASE other"))
        yield postgres_url.rpartition("/")[0] + "/other"
        connection.execute(text("DROP DATABASE other WITH (FORCE)"))


@pytest.fixture
def sqlite_engine(sqlite_template, tmp_path):
    path = tmp_path / "test.db"
    shutil.copy(sqlite_template, path)
    engine = create_engine(f"sqlite:///{path}")
    database.install(engine, patience=1.0)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite_engine", pytest.param("postgres_engine", marks=pytest.mark.postgres)])
def engine(request):
    """A database with our tables, empty."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def session(engine):
    with Session(engine, expire_on_commit=False) as opened:
        yield opened


@pytest.fixture
def world(session):
    """Two hospitals of one group, apart; in the first a project, its team and a draft."""
    return furnish(session)
