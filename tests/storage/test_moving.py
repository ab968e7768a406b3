from datetime import timedelta

import pytest

from questionnaire.filling import Change
from questionnaire.lifecycle import FormRef
from questionnaire.storage import answers, drafts, forms, moving
from questionnaire.storage.errors import StaleRevision
from questionnaire.storage.moving import LeftVersion, Target
from questionnaire.storage.records import FormVersion, StoredAnswer
from questionnaire.storage.transaction import writing
from tests.storage.world import NOW

LATER = NOW + timedelta(minutes=5)
NEWER = FormRef("fiche_projet", "2026-9", "9" * 64)


@pytest.fixture
def begun(session, world):
    """A draft with two answers of Ana's, and a version to which it may move."""
    with writing(session):
        forms.use(session, FormVersion(NEWER.form, NEWER.version, NEWER.digest, "form: x", NOW))
        changes = [Change("a", None, "1"), Change("b", None, ["x", "y"])]
        answers.save(session, world.here, "draft", 0, changes, person_id="ana", at=NOW)
    return drafts.head(session, world.here, "draft", "ana").draft


def move(session, world, target, *changes):
    with writing(session):
        return moving.move(session, world.here, "draft", target, changes, person_id="luc", at=LATER)


def test_a_move_changes_the_version_and_keeps_who_answered(session, world, begun):
    target = Target(NEWER, begun.form.digest, 1)
    assert move(session, world, target, Change("a", "1", None), Change("b", ["x", "y"], ["x"])) == 2
    rows = sorted(answers.all_of(session, world.here, "draft"), key=lambda row: row.path)
    assert rows == [StoredAnswer("a", None, 2, "ana", NOW), StoredAnswer("b", ["x"], 2, "ana", NOW)]
    draft = drafts.head(session, world.here, "draft", "ana").draft
    assert (draft.form, draft.revision, draft.updated_at) == (NEWER, 2, LATER)


def test_what_a_move_lost_is_logged_as_its_own(session, world, begun):
    move(session, world, Target(NEWER, begun.form.digest, 1), Change("a", "1", None))
    (change, *_) = answers.log(session, world.here, "draft", 10)
    assert (change.path, change.before, change.after, change.person_id, change.revision) == ("a", "1", None, "luc", 2)


def test_a_move_without_change_is_a_revision_too(session, world, begun):
    assert move(session, world, Target(NEWER, begun.form.digest, 1)) == 2
    assert moving.left(session, world.here, "draft") == (LeftVersion(begun.form.digest, 2, LATER),)


def test_a_draft_that_went_on_is_not_moved(session, world, begun):
    with pytest.raises(StaleRevision):
        move(session, world, Target(NEWER, begun.form.digest, 0), Change("a", "1", None))
    assert (drafts.head(session, world.here, "draft", "ana").draft, moving.left(session, world.here, "draft")) == (
        begun,
        (),
    )
