from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from questionnaire.filling import Change
from questionnaire.storage import answers, drafts, projects
from questionnaire.storage.errors import StaleRevision
from questionnaire.storage.records import Project
from questionnaire.storage.tables.accounts import User
from questionnaire.storage.transaction import (
    NestedWriting,
    begin_reading,
    is_reading,
    reading,
    writing,
)
from tests.storage.world import NOW

NEW = Project("new", "a", "Nouveau", NOW, "ana", None)
CHANGE = Change("titre", None, "x")


def _titles(engine, world):
    with Session(engine) as other, reading(other):
        return {found.title for found in projects.of_person(other, world.here, "ana")}


def test_writing_is_stored_whole(session, world, engine):
    with writing(session):
        answers.save(session, world.here, "draft", 0, [CHANGE], person_id="ana", at=NOW)
    with Session(engine) as other:
        assert len(answers.all_of(other, world.here, "draft")) == 1


def test_writing_that_fails_stores_nothing(session, world, engine):
    def fail():
        with writing(session):
            answers.save(session, world.here, "draft", 0, [CHANGE], person_id="ana", at=NOW)
            answers.save(session, world.here, "draft", 0, [CHANGE], person_id="ana", at=NOW)

    with pytest.raises(StaleRevision):
        fail()
    with Session(engine) as other:
        assert answers.all_of(other, world.here, "draft") == ()


def test_a_write_while_reading_fails_at_once(session, world):
    def fail():
        with reading(session):
            projects.add(session, world.here, NEW)

    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        fail()
    session.rollback()
    with pytest.raises(Exception, match="accessible"):
        projects.get(session, world.here, "new", "ana")


def test_session_writes_again_after_a_failed_reading(session, world):
    begin_reading(session)
    with pytest.raises(DBAPIError):
        projects.add(session, world.here, NEW)
    session.rollback()
    with writing(session):
        projects.add(session, world.here, NEW)
    assert projects.get(session, world.here, "new", "ana").title == "Nouveau"


def test_session_reads_on_after_objects_could_not_be_stored(session, world):
    def fail():
        with reading(session):
            session.add(User(email="x@demo.example", active=True, fs_uniquifier="x", person_id="ana"))
            session.flush()

    with pytest.raises(DBAPIError):
        fail()
    with reading(session):
        assert projects.get(session, world.here, "project", "ana").title == "Bien vivre"


def test_reading_joins_what_is_open(session, world):
    with writing(session):
        projects.add(session, world.here, NEW)
        with reading(session):
            assert projects.get(session, world.here, "new", "ana").title == "Nouveau"
        assert is_reading(session) is False


def test_writing_ends_a_reading_and_sees_what_is_new(session, world, engine):
    begin_reading(session)
    drafts.head(session, world.here, "draft", "ana")
    with Session(engine) as other, writing(other):
        answers.save(other, world.here, "draft", 0, [CHANGE], person_id="luc", at=NOW)
    with writing(session):
        assert drafts.head(session, world.here, "draft", "ana").draft.revision == 1


def test_writing_inside_writing_is_a_fault(session, world):
    def nest():
        with writing(session):
            projects.add(session, world.here, NEW)
            with writing(session):
                pass

    with pytest.raises(NestedWriting):
        nest()
    assert projects.of_person(session, world.here, "nobody") == ()
    with writing(session):
        projects.add(session, world.here, NEW)


def test_reading_does_not_wait_for_a_writer(session, world, engine):
    with writing(session):
        answers.save(session, world.here, "draft", 0, [CHANGE], person_id="ana", at=NOW)
        assert _titles(engine, world) == {"Bien vivre"}


def test_two_writers_who_read_the_same_revision_do_not_both_win(engine, world):
    barrier = Barrier(2, timeout=10)

    def save(person):
        with Session(engine) as session:
            with reading(session):
                seen = drafts.head(session, world.here, "draft", person).draft.revision
            barrier.wait()
            try:
                with writing(session):
                    answers.save(session, world.here, "draft", seen, [CHANGE], person_id=person, at=NOW)
            except StaleRevision:
                return "stale"
            return "saved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, ["ana", "luc"])) == ["saved", "stale"]


def test_many_writers_lose_nothing(engine, world):
    def save(rank):
        with Session(engine) as session, writing(session):
            seen = drafts.head(session, world.here, "draft", "ana").draft.revision
            change = Change(f"q{rank}", None, rank)
            try:
                answers.save(session, world.here, "draft", seen, [change], person_id="ana", at=NOW)
            except StaleRevision:  # PostgreSQL lets both read before one writes
                return 0
            return 1

    with ThreadPoolExecutor(4) as pool:
        saved = sum(pool.map(save, range(40)))
    with Session(engine) as session:
        assert drafts.head(session, world.here, "draft", "ana").draft.revision == saved
        assert len(answers.all_of(session, world.here, "draft")) == saved
