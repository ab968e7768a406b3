from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from questionnaire.access import Role
from questionnaire.filling import Change
from questionnaire.lifecycle import EventKind
from questionnaire.storage import answers, drafts, journal
from questionnaire.storage.errors import NotFound, StaleRevision
from questionnaire.storage.records import DraftHead
from questionnaire.storage.tables.answers import answer, answer_change
from questionnaire.storage.tables.journal import journal_event
from questionnaire.storage.transaction import reading, writing
from tests.storage.statements import counted
from tests.storage.world import NOW, a_draft


def test_head_gives_draft_project_and_role(session, world):
    expected = DraftHead(world.draft, "Bien vivre", Role.COPILOTE)
    assert drafts.head(session, world.here, "draft", "luc") == expected


def test_head_for_someone_outside_the_team_has_no_role(session, world):
    assert drafts.head(session, world.whole, "draft", "eve").role is None


def test_head_takes_one_statement(session, world, engine):
    with reading(session), counted(engine) as statements:
        drafts.head(session, world.here, "draft", "ana")
    assert len(statements) == 1


def test_drafts_of_a_person_come_last_touched_first(session, world):
    later = replace(a_draft("later"), updated_at=NOW + timedelta(hours=1))
    with writing(session):
        drafts.add(session, world.here, later)
    assert [head.draft.id for head in drafts.of_person(session, world.here, "ana")] == ["later", "draft"]
    assert drafts.of_person(session, world.here, "eve") == ()


def test_drafts_of_a_project_come_oldest_first(session, world):
    with writing(session):
        drafts.add(session, world.here, replace(a_draft("later"), created_at=NOW + timedelta(hours=1)))
    heads = drafts.of_project(session, world.here, "project", "luc")
    assert [(head.draft.id, head.role) for head in heads] == [
        ("draft", Role.COPILOTE),
        ("later", Role.COPILOTE),
    ]


@pytest.mark.parametrize("change", [{"organisation_id": "b"}, {"project_id": "nothing"}])
def test_draft_belongs_where_its_project_does(session, world, change):
    with pytest.raises(NotFound):
        drafts.add(session, world.whole, replace(a_draft("x"), **change))


def test_close_marks_the_revision_that_was_judged(session, world):
    with writing(session):
        drafts.close(session, world.here, "draft", 0, NOW)
    assert drafts.head(session, world.here, "draft", "ana").draft == replace(world.draft, finalised_at=NOW)


def test_close_refuses_a_draft_that_moved(session, world):
    with pytest.raises(StaleRevision):
        drafts.close(session, world.here, "draft", 1, NOW)


def test_close_refuses_a_draft_twice(session, world):
    with writing(session):
        drafts.close(session, world.here, "draft", 0, NOW)
    with pytest.raises(StaleRevision):
        drafts.close(session, world.here, "draft", 0, NOW)


def test_delete_takes_answers_history_and_journal(session, world):
    with writing(session):
        answers.save(session, world.here, "draft", 0, [Change("x", None, 1)], person_id="ana", at=NOW)
        journal.write(session, world.here, "draft", EventKind.CREATED, NOW)
    with writing(session):
        drafts.delete(session, world.here, "draft")
    with pytest.raises(NotFound):
        drafts.head(session, world.here, "draft", "ana")
    for table in (answer, answer_change, journal_event):
        assert session.execute(select(func.count()).select_from(table)).scalar_one() == 0


def test_delete_leaves_a_finalised_draft(session, world):
    with writing(session):
        drafts.close(session, world.here, "draft", 0, NOW)
    with pytest.raises(NotFound):
        drafts.delete(session, world.here, "draft")
