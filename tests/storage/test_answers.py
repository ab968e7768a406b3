from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.filling import Change
from questionnaire.storage import answers, drafts
from questionnaire.storage.errors import StaleRevision
from questionnaire.storage.records import AnswerChange, StoredAnswer
from questionnaire.storage.transaction import reading, writing
from tests.storage.statements import counted
from tests.storage.world import NOW

LATER = NOW + timedelta(minutes=5)
JSON = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50),
    st.lists(st.text(st.characters(codec="ascii", exclude_characters="\0"), max_size=5), max_size=4),
)


def _save(session, world, seen, *changes, person="ana", at=NOW):
    with writing(session):
        return answers.save(session, world.here, "draft", seen, changes, person_id=person, at=at)


def _values(session, world):
    return {row.path: row.value for row in answers.all_of(session, world.here, "draft")}


def test_save_keeps_value_author_and_revision(session, world):
    assert _save(session, world, 0, Change("titre", None, "Bien vivre")) == 1
    assert answers.all_of(session, world.here, "draft") == (StoredAnswer("titre", "Bien vivre", 1, "ana", NOW),)


def test_save_moves_the_draft(session, world):
    _save(session, world, 0, Change("titre", None, "x"), at=LATER)
    draft = drafts.head(session, world.here, "draft", "ana").draft
    assert (draft.revision, draft.updated_at) == (1, LATER)


def test_save_replaces_and_empties(session, world):
    _save(session, world, 0, Change("a", None, "1"), Change("b", None, ["x", "y"]))
    _save(session, world, 1, Change("a", "1", "2"), Change("b", ["x", "y"], None), person="luc", at=LATER)
    rows = sorted(answers.all_of(session, world.here, "draft"), key=lambda row: row.path)
    assert rows == [StoredAnswer("a", "2", 2, "luc", LATER), StoredAnswer("b", None, 2, "luc", LATER)]


def test_save_of_nothing_changes_nothing(session, world):
    assert _save(session, world, 0) == 0
    assert drafts.head(session, world.here, "draft", "ana").draft == world.draft


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(value=JSON)
def test_any_value_comes_back_as_it_was(session, world, value):
    seen = drafts.head(session, world.here, "draft", "ana").draft.revision
    session.commit()
    _save(session, world, seen, Change("titre", None, value))
    assert _values(session, world) == {"titre": value}
    session.commit()


def test_stale_revision_stores_nothing(session, world):
    _save(session, world, 0, Change("titre", None, "premier"))
    with pytest.raises(StaleRevision):
        _save(session, world, 0, Change("titre", None, "second"), Change("autre", None, "x"))
    assert _values(session, world) == {"titre": "premier"}
    assert answers.history(session, world.here, "draft", "autre") == ()


def test_finalised_draft_takes_no_answer(session, world):
    with writing(session):
        drafts.close(session, world.here, "draft", 0, NOW)
    with pytest.raises(StaleRevision):
        _save(session, world, 0, Change("titre", None, "x"))


@pytest.mark.parametrize("number", [1, 30])
def test_save_takes_three_statements(session, world, engine, number):
    changes = [Change(f"q{rank}", None, "x") for rank in range(number)]
    with counted(engine) as statements:
        _save(session, world, 0, *changes)
    assert len(statements) == 3


@pytest.mark.parametrize("number", [1, 30])
def test_all_answers_take_one_statement(session, world, engine, number):
    _save(session, world, 0, *(Change(f"q{rank}", None, "x") for rank in range(number)))
    with reading(session), counted(engine) as statements:
        assert len(answers.all_of(session, world.here, "draft")) == number
    assert len(statements) == 1


def test_values_at_tells_what_stood_there(session, world):
    _save(session, world, 0, Change("a", None, "1"), Change("b", None, "1"))
    _save(session, world, 1, Change("a", "1", "2"), Change("c", None, "1"))
    _save(session, world, 2, Change("a", "2", "3"))
    paths = ["a", "b", "c"]
    assert answers.values_at(session, world.here, "draft", 0, paths) == {"a": None, "b": None, "c": None}
    assert answers.values_at(session, world.here, "draft", 1, paths) == {"a": "1", "c": None}
    assert answers.values_at(session, world.here, "draft", 2, paths) == {"a": "2"}
    assert answers.values_at(session, world.here, "draft", 3, paths) == {}
    assert answers.values_at(session, world.here, "draft", 0, ["b"]) == {"b": None}


def test_history_goes_from_the_oldest(session, world):
    _save(session, world, 0, Change("a", None, "1"))
    _save(session, world, 1, Change("a", "1", "2"), person="luc", at=LATER)
    assert answers.history(session, world.here, "draft", "a") == (
        AnswerChange("a", None, "1", 1, "ana", NOW),
        AnswerChange("a", "1", "2", 2, "luc", LATER),
    )
