"""Two runners at the same step, in the worst order; and a document that cannot go on, before one that can."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.beginning import begin
from questionnaire.journeys.papers.finalising import finalise
from questionnaire.journeys.papers.producing import produce, work_once
from questionnaire.storage import archive, people
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.errors import BlobMissing
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.transaction import reading
from tests.faults.judging import EXPECTED, outcome_in
from tests.journeys.house import settings_in

NOTE = (
    "form: note\ntitle: Note\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A}\n"
)
pytestmark = pytest.mark.faults


@pytest.fixture
def open_workshop():
    """Workshops that share nothing but the data folder."""
    with ExitStack() as opened:

        def open_one(folder, **more):
            settings = settings_in(folder, **more)
            return workshop(settings, opened.enter_context(open_session(settings.database_url)))

        yield open_one


def finish(place):
    while work_once(place):
        pass


@pytest.mark.parametrize("point", ["signed", "sealed"])
def test_runner_overtaken_before_it_records_leaves_nothing(point, scene, open_workshop):
    played = scene("signed")
    rival = open_workshop(played.folder)
    overtaken: list[str] = []

    def let_the_rival_finish(reached):
        if reached == point and not overtaken:
            overtaken.append(point)
            finish(rival)

    finish(replace(open_workshop(played.folder), checkpoint=let_the_rival_finish))
    assert overtaken == [point]
    assert outcome_in(played.folder) == EXPECTED


def test_runner_overtaken_before_it_keeps_its_file_takes_it_back(scene, open_workshop):
    played = scene("signed")
    rival = open_workshop(played.folder)

    class Slow(FolderBlobs):
        def put(self, owner, data):
            finish(rival)
            return super().put(owner, data)

    finish(replace(open_workshop(played.folder), blobs=Slow(played.folder / "documents")))
    assert outcome_in(played.folder) == EXPECTED


def test_drawing_at_the_same_time_keeps_the_one_file(scene, stage, open_workshop):
    played = scene("frozen")
    rival = open_workshop(played.folder)
    finish(replace(open_workshop(played.folder), checkpoint=lambda point: point == "drawn" and finish(rival)))
    assert stage.play("sign", played.folder, played.subject) == 0
    finish(rival)
    assert outcome_in(played.folder) == EXPECTED


def test_document_found_waiting_but_finished_meanwhile_is_left_alone(scene, open_workshop):
    played = scene("signed")
    place = open_workshop(played.folder)
    with reading(place.desk.session) as session:
        whole = people.whole_perimeter(session)
    finish(place)
    produce(place, whole, played.subject)
    assert outcome_in(played.folder) == EXPECTED


def test_document_that_cannot_go_on_lets_the_next_one_pass(scene, open_workshop, tmp_path):
    played = scene("signed")
    (tmp_path / "forms" / "note").mkdir(parents=True)
    (tmp_path / "forms" / "note" / "2026-1.yaml").write_text(NOTE, encoding="utf-8")
    place = open_workshop(played.folder, FORMS_PATH=str(tmp_path / "forms"))
    for kept in (played.folder / "documents" / played.subject[:2] / played.subject).iterdir():
        kept.unlink()
    with pytest.raises(BlobMissing):
        work_once(place)
    with reading(place.desk.session) as session:
        actor = people.actor_of_person(session, session.execute(select(submission.c.frozen_by)).scalar_one())
    finalise(place.desk, actor, begin(place.desk, actor, "note"), "0")
    assert [work_once(place) for _ in range(3)] == [True, True, True]
    tomorrow = place.desk.clock() + timedelta(days=1)
    with pytest.raises(BlobMissing):
        work_once(replace(place, desk=Desk(place.desk.session, place.desk.shelf, lambda: tomorrow)))
    with reading(place.desk.session) as session:
        assert [one.form for one in archive.listing(session, actor.perimeter)] == ["note"]
