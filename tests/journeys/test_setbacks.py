"""A step that fails is noted, lets the others pass, is tried later and later, and is forgotten once it is done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.producing import work_once
from questionnaire.journeys.upkeep.setbacks import PAUSES
from questionnaire.storage import failures
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.errors import BlobConflict
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading
from tests.scenes import scenes_in


class Full(FolderBlobs):
    """A disk that keeps nothing, with an error of ours or of the system."""

    def __init__(self, root, error):
        super().__init__(root)
        self._error = error

    def put(self, _owner, _data):
        raise self._error


@pytest.fixture
def shop(tmp_path_factory, tmp_path):
    """The runner of a house where a frozen document is to be drawn."""
    scene = scenes_in(tmp_path_factory.getbasetemp()).copy("frozen", tmp_path / "data")
    with open_session(scene.house.settings.database_url) as session:
        yield workshop(scene.house.settings, session)


def later(shop, pause):
    """The same, some time later."""
    moment = shop.desk.clock() + pause
    desk = shop.desk
    return replace(shop, desk=Desk(desk.session, desk.shelf, lambda: moment, letterhead=desk.letterhead))


def noted(shop):
    with reading(shop.desk.session) as session:
        return [each.setback for each in failures.all_of(session, whole_perimeter(session))]


def broken(shop, tmp_path, error):
    return replace(shop, blobs=Full(tmp_path, error))


def test_errors_of_the_system_are_told_by_their_kind_alone(shop, tmp_path):
    with pytest.raises(OSError, match="Odile"):
        work_once(broken(shop, tmp_path, OSError("Odile Petit")))
    (setback,) = noted(shop)
    assert (setback.tries, "OSError" in setback.error, "Odile" in setback.error) == (1, True, False)


def test_each_failure_is_followed_by_a_longer_pause(shop, tmp_path):
    bad, pauses = broken(shop, tmp_path, BlobConflict("Plein.")), []
    for number in range(len(PAUSES) + 1):
        bad = later(bad, timedelta(hours=2))
        with pytest.raises(BlobConflict):
            work_once(bad)
        (setback,) = noted(shop)
        assert (setback.tries, setback.error) == (number + 1, "Plein.")
        pauses.append(setback.next_try - setback.at)
    assert pauses == [*PAUSES, PAUSES[-1]]


def test_nothing_is_tried_before_its_time_and_what_is_done_is_forgotten(shop, tmp_path):
    bad = broken(shop, tmp_path, BlobConflict("Plein."))
    for _ in range(2):
        with pytest.raises(BlobConflict):
            work_once(bad)
    assert (work_once(bad), work_once(shop)) == (False, False)
    assert work_once(later(shop, timedelta(minutes=1))) is True
    assert noted(shop) == []
