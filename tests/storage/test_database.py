import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from questionnaire.storage import database, people
from questionnaire.storage.errors import StorageBusy
from questionnaire.storage.transaction import reading, writing

PATIENCE = 0.2
SOON = 30.0
"""Seconds within which even a starved machine comes to what does not wait for ever."""


def _engine(path, patience=PATIENCE):
    engine = create_engine(f"sqlite:///{path}")
    database.install(engine, patience=patience)
    return engine


@pytest.fixture
def engine(sqlite_engine):
    return sqlite_engine


@pytest.fixture
def impatient(sqlite_engine):
    engine = _engine(sqlite_engine.url.database)
    yield engine
    engine.dispose()


def _pragma(session, name):
    return session.execute(text(f"PRAGMA {name}")).scalar_one()


def test_connections_are_set_up(session):
    with reading(session):
        assert _pragma(session, "journal_mode") == "wal"
        assert _pragma(session, "foreign_keys") == 1


def test_only_durable_writings_wait_for_the_disk(session):
    normal, full = 1, 2
    with writing(session):
        assert _pragma(session, "synchronous") == normal
    with writing(session, durable=True):
        assert _pragma(session, "synchronous") == full
    with writing(session):
        assert _pragma(session, "synchronous") == normal


def test_writer_gives_up_after_its_patience(session, impatient):
    with writing(session), Session(impatient) as other:
        start = time.monotonic()
        with pytest.raises(StorageBusy, match="Réessayez"), writing(other):
            pass
        assert PATIENCE <= time.monotonic() - start < SOON


def test_writer_that_gave_up_may_try_again(session, impatient):
    with Session(impatient) as other:
        with writing(session), pytest.raises(StorageBusy), writing(other):
            pass
        with writing(other):
            assert people.whole_perimeter(other).organisations == frozenset()


def test_second_connection_in_the_same_thread_does_not_wait_for_ever(impatient):
    with (
        Session(impatient) as one,
        Session(impatient) as other,
        writing(one),
        pytest.raises(StorageBusy),
        writing(other),
    ):
        pass


def test_writer_outside_of_the_queue_is_told_from_a_fault(sqlite_engine, impatient):
    outsider = sqlite3.connect(sqlite_engine.url.database, isolation_level=None)
    outsider.execute("BEGIN IMMEDIATE")
    with Session(impatient) as session, pytest.raises(StorageBusy), writing(session):
        pass
    outsider.execute("ROLLBACK")
    outsider.close()
    with Session(impatient) as session, writing(session):
        assert people.whole_perimeter(session).organisations == frozenset()


def test_readers_never_wait_for_a_writer(session, impatient):
    with writing(session), Session(impatient) as other, reading(other):
        assert people.whole_perimeter(other).organisations == frozenset()


def test_database_in_memory_needs_no_queue():
    engine = create_engine("sqlite://")
    database.install(engine)
    with Session(engine) as session, writing(session):
        assert session.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()


def test_a_process_without_flask_opens_its_own_session(sqlite_engine):
    with database.open_session(str(sqlite_engine.url)) as session:
        assert database.answers(session) is True
        with writing(session):
            assert people.whole_perimeter(session).organisations == frozenset()


def test_waiting_writers_all_have_their_turn(sqlite_engine):
    engine = _engine(sqlite_engine.url.database, SOON)

    def write(_):
        with Session(engine) as session, writing(session):
            time.sleep(0.005)

    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(write, range(40)))) == 40
    engine.dispose()


def test_what_a_table_held_before_leaves_no_trace(engine):
    """Not in the file of the log, and not in pages that were freed."""
    with Session(engine) as session:
        for said in ("Ornithorynque-1", "Ornithorynque-2"):
            with writing(session):
                session.execute(text("CREATE TABLE IF NOT EXISTS said (it TEXT)"))
                session.execute(text("DELETE FROM said"))
                session.execute(text("INSERT INTO said VALUES (:it)"), {"it": said * 400})
            assert database.leave_no_trace(session, "said") is True
        held = b"".join(path.read_bytes() for path in Path(engine.url.database).parent.iterdir() if path.is_file())
    assert (b"Ornithorynque-1" in held, b"Ornithorynque-2" in held) == (False, True)


def test_trace_stays_while_somebody_reads_what_was_there(impatient, session):
    with Session(impatient) as mine, reading(session):
        people.whole_perimeter(session)
        with writing(mine):
            mine.execute(text("CREATE TABLE said (it TEXT)"))
        assert database.leave_no_trace(mine, "said") is False


@pytest.mark.postgres
def test_postgresql_keeps_no_row_that_was_replaced(postgres_engine):
    with Session(postgres_engine) as session:
        for said in ("Ornithorynque-1", "Ornithorynque-2"):
            with writing(session):
                session.execute(text("CREATE TABLE IF NOT EXISTS said (it TEXT)"))
                session.execute(text("DELETE FROM said"))
                session.execute(text("INSERT INTO said VALUES (:it)"), {"it": said})
            assert database.leave_no_trace(session, "said") is True
        session.connection(execution_options={"isolation_level": "AUTOCOMMIT"}).execute(text("CHECKPOINT"))
        file = session.execute(text("SELECT pg_read_binary_file(pg_relation_filepath('said'))")).scalar_one()
        session.execute(text("DROP TABLE said"))
    assert (b"Ornithorynque-1" in file, b"Ornithorynque-2" in file) == (False, True)
