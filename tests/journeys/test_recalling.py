"""The answers of a draft are read once for each of its revisions, and nothing is kept from a writing."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from questionnaire.filling import Change
from questionnaire.journeys.drafting import recalling
from questionnaire.journeys.drafting.recalling import Recall
from questionnaire.storage import answers, database
from questionnaire.storage.base import Base
from questionnaire.storage.transaction import reading, writing
from tests.storage.world import ANA, NOW, furnish


@pytest.fixture
def session(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'test.db'}")
    database.install(engine)
    Base.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def world(session):
    return furnish(session)


def typed(session, world, value):
    """The next answer of the draft, stored; the draft as it is then."""
    revision = world.draft.revision
    with writing(session):
        answers.save(session, world.here, "draft", revision, [Change("nom", None, value)], person_id=ANA.id, at=NOW)
    return replace(world.draft, revision=revision + 1)


def recalled(recall, session, world, draft):
    with reading(session):
        return recall.answers(session, world.here, draft)


class Abandoned(Exception):
    """Something went wrong after an answer was stored."""


def abandon(session, world, recall):
    """Store an answer, read it within the writing, and give all of it up."""
    with writing(session):
        answers.save(session, world.here, "draft", 0, [Change("nom", None, "Perdu")], person_id=ANA.id, at=NOW)
        found = recall.answers(session, world.here, replace(world.draft, revision=1))
        assert [row.value for row in found] == ["Perdu"]
        raise Abandoned


def test_answers_are_the_same_object_while_the_revision_is_the_same(session, world):
    draft, recall = typed(session, world, "Ana"), Recall()
    first = recalled(recall, session, world, draft)
    assert [(row.path, row.value) for row in first] == [("nom", "Ana")]
    assert recalled(recall, session, world, draft) is first


def test_next_revision_is_read_anew(session, world):
    recall = Recall()
    assert recalled(recall, session, world, world.draft) == ()
    draft = typed(session, world, "Ana")
    assert [row.value for row in recalled(recall, session, world, draft)] == ["Ana"]


def test_what_a_writing_finds_is_not_kept(session, world):
    """It may be taken back, and another writing make the same revision of something else."""
    recall = Recall()
    with pytest.raises(Abandoned):
        abandon(session, world, recall)
    draft = typed(session, world, "Ana")
    assert [row.value for row in recalled(recall, session, world, draft)] == ["Ana"]


def test_drafts_that_nobody_opens_are_forgotten_first(session, world, monkeypatch):
    monkeypatch.setattr(recalling, "KEPT", 2)
    recall, draft = Recall(), typed(session, world, "Ana")
    first = recalled(recall, session, world, draft)
    for other in ("x", "y"):
        recalled(recall, session, world, replace(draft, id=other))
    assert recalled(recall, session, world, draft) == first
    assert recalled(recall, session, world, draft) is not first
