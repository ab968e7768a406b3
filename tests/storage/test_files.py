from sqlalchemy import select

from questionnaire.spec.values import FileRef
from questionnaire.storage import drafts, files
from questionnaire.storage.tables.files import file_clearing, joined_file
from questionnaire.storage.transaction import writing
from tests.storage.world import NOW

PLAN = FileRef("a" * 64, "plan.pdf", 12, "application/pdf")
PHOTO = FileRef("b" * 64, "photo.jpg", 34, "image/jpeg")


def join(session, world, *refs, path="plan"):
    with writing(session):
        files.add(session, world.here, "draft", path, refs, person_id="ana", at=NOW)


def refs(session, world):
    return [(each.path, each.ref) for each in files.of_draft(session, world.here, "draft")]


def test_files_are_found_as_they_were_joined(session, world):
    join(session, world, PLAN, PHOTO)
    join(session, world, PLAN, path="lieu[k1].photo")
    assert refs(session, world) == [("lieu[k1].photo", PLAN), ("plan", PLAN), ("plan", PHOTO)]


def test_nothing_is_joined_by_an_empty_list(session, world):
    join(session, world)
    assert refs(session, world) == []


def test_same_content_again_takes_its_last_name(session, world):
    join(session, world, PLAN)
    again = FileRef(PLAN.sha256, "copie.pdf", PLAN.size, PLAN.media_type)
    join(session, world, again)
    assert refs(session, world) == [("plan", again)]


def test_freeze_forgets_what_it_does_not_keep_and_has_it_cleared(session, world):
    join(session, world, PLAN, PHOTO)
    with writing(session):
        files.keep_only(session, world.here, "draft", {PHOTO.sha256})
    assert (refs(session, world), files.next_clearing(session, world.here)) == ([("plan", PHOTO)], "draft")


def test_deleted_draft_takes_its_rows_along_and_leaves_the_clearing(session, world):
    join(session, world, PLAN)
    with writing(session):
        drafts.delete(session, world.here, "draft")
    assert (session.execute(select(joined_file)).all(), files.next_clearing(session, world.here)) == ([], "draft")


def test_clearing_is_asked_once_and_ends(session, world):
    with writing(session):
        files.clear(session, world.here, "draft", "a")
        files.clear(session, world.here, "draft", "a")
        assert len(session.execute(select(file_clearing)).all()) == 1
        files.cleared(session, world.here, "draft")
    assert files.next_clearing(session, world.here) is None
