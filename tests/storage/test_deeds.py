"""The audit log only grows, says who and what, and verifies even when its words are gone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from questionnaire.access.deeds import Deed, DeedKind
from questionnaire.lifecycle import verify_chain
from questionnaire.storage import deeds
from questionnaire.storage.deeds import Sought
from questionnaire.storage.tables.deeds import deed, deed_detail
from questionnaire.storage.transaction import writing
from tests.storage.world import ANA, LUC, NOW


def a_deed(rank: int, **more) -> Deed:
    told = {"person_id": ANA.id, "person_name": ANA.name, "subject": f"FP-{rank} Bien vivre"}
    return Deed("a", 0, NOW + timedelta(hours=rank), DeedKind.DOCUMENT_READ, f"doc{rank}", **{**told, **more})


@pytest.fixture
def log(session, world):
    """Three deeds in the first hospital, one in the second."""
    noted = (
        a_deed(1),
        replace(a_deed(2), kind=DeedKind.SIGNED),
        a_deed(3, person_id=LUC.id, person_name=LUC.name),
    )
    with writing(session):
        added = [deeds.add(session, world.here, new) for new in noted]
        deeds.add(session, world.there, replace(a_deed(4), organisation_id="b"))
    return added


def found(session, perimeter, sought=None, limit=10):
    return [each.deed.subject_id for each in deeds.search(session, perimeter, sought or Sought(), limit)]


def holds(session, world):
    return verify_chain(deeds.links(session, world.here, "a"))


def test_deeds_are_numbered_and_chained_by_organisation(session, world, log):
    assert [each.sequence for each in log] == [1, 2, 3]
    assert holds(session, world) is None
    assert len(list(deeds.links(session, world.there, "b"))) == 1


def test_deeds_are_read_back_the_latest_first(session, world, log):
    assert [each.deed for each in deeds.search(session, world.here, Sought(), 10)] == list(reversed(log))


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(
    "sought, expected",
    [
        (Sought(words="luc"), ["doc3"]),
        (Sought(words="fp-2"), ["doc2"]),
        (Sought(words="100%"), []),
        (Sought(kinds=frozenset({DeedKind.SIGNED})), ["doc2"]),
        (Sought(since=NOW + timedelta(hours=2)), ["doc3", "doc2"]),
        (Sought(until=NOW + timedelta(hours=2)), ["doc1"]),
    ],
)
def test_log_is_searched(session, world, sought, expected):
    assert found(session, world.here, sought) == expected


@pytest.mark.usefixtures("log")
def test_log_is_paged_by_key(session, world):
    first = deeds.search(session, world.here, Sought(), 2)
    assert found(session, world.here, Sought(before=first[-1].id)) == ["doc1"]
    assert [each.deed.subject_id for each in deeds.every(session, world.here, Sought())] == ["doc3", "doc2", "doc1"]


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("change", [update(deed).values(kind="signed_in"), delete(deed)], ids=["changed", "deleted"])
def test_database_itself_refuses_to_change_a_line(session, world, change):
    with pytest.raises(DBAPIError), writing(session):
        session.execute(change)
    assert len(found(session, world.here)) == 3


@pytest.mark.usefixtures("log")
def test_changed_words_are_found(session, world):
    with writing(session):
        session.execute(update(deed_detail).where(deed_detail.c.sequence == 2).values(person_name="Personne"))
    assert holds(session, world) == 2


@pytest.mark.usefixtures("log")
def test_erased_words_leave_a_chain_that_verifies(session, world):
    with writing(session):
        assert deeds.erase(session, world.here, NOW + timedelta(hours=3)) == 2
    lines = deeds.search(session, world.here, Sought(), 10)
    assert [(each.erased, each.deed.person_name) for each in lines] == [(False, LUC.name), (True, ""), (True, "")]
    assert holds(session, world) is None


@pytest.mark.usefixtures("log")
def test_deed_that_was_given_up_leaves_no_gap(session, world):
    with pytest.raises(ZeroDivisionError), writing(session):
        _fail_after(deeds.add(session, world.here, a_deed(5)))
    with writing(session):
        assert deeds.add(session, world.here, a_deed(6)).sequence == 4
    assert holds(session, world) is None


def _fail_after(_deed: Deed) -> None:
    _ = 1 / 0
