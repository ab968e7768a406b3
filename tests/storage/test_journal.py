from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.orm import Session

from questionnaire.lifecycle import Event, EventKind, verify_chain
from questionnaire.storage import journal
from questionnaire.storage.errors import NotFound
from questionnaire.storage.tables.journal import journal_event
from questionnaire.storage.transaction import writing
from tests.storage.world import ANA, NOW


@pytest.fixture
def written(session, world):
    with writing(session):
        journal.write(
            session, world.here, "draft", EventKind.CREATED, NOW, by=(ANA, "porteur_projet"), details={"é": 1}
        )
        journal.write(session, world.here, "draft", EventKind.DRAWN, NOW)
        journal.write(session, world.here, "draft", EventKind.SEALED, NOW)


def _links(session, world):
    session.expire_all()
    return [entry.link for entry in journal.read(session, world.here, "draft")]


@pytest.mark.usefixtures("written")
def test_events_come_back_as_they_were_written(session, world):
    first, second, _third = [entry.event for entry in journal.read(session, world.here, "draft")]
    assert first == Event(1, NOW, EventKind.CREATED, "Ana Bellec", "porteur_projet", {"é": 1})
    assert second == Event(2, NOW, EventKind.DRAWN, None, None, {})


@pytest.mark.usefixtures("written")
def test_chain_verifies_as_read_back(session, world):
    assert verify_chain(_links(session, world)) is None


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    "change", [{"person_name": "Luc Marin"}, {"details": "{}"}, {"kind": "sealed"}, {"hash": "0" * 64}]
)
def test_tampering_is_found(session, world, change):
    with writing(session):
        session.execute(journal_event.update().where(journal_event.c.sequence == 1).values(**change))
    assert verify_chain(_links(session, world)) == 1


@pytest.mark.usefixtures("written")
def test_a_removed_event_is_found(session, world):
    with writing(session):
        session.execute(journal_event.delete().where(journal_event.c.sequence == 2))
    assert verify_chain(_links(session, world)) == 2


@pytest.mark.usefixtures("written")
def test_an_erased_event_leaves_a_chain_that_verifies(session, world):
    erased = {"person_id": None, "person_name": None, "details": None, "salt": None}
    with writing(session):
        session.execute(journal_event.update().where(journal_event.c.sequence == 1).values(**erased))
    assert verify_chain(_links(session, world)) is None
    assert journal.read(session, world.here, "draft")[0].event is None


def test_two_writers_make_one_chain(engine, session, world):
    def write(_):
        with Session(engine) as own, writing(own):
            journal.write(own, world.here, "draft", EventKind.DRAWN, NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(12)))
    links = _links(session, world)
    assert len(links) == 12
    assert verify_chain(links) is None


def test_nothing_is_written_from_elsewhere(session, world):
    with pytest.raises(NotFound):
        journal.write(session, world.there, "draft", EventKind.CREATED, NOW)
