"""The plug is pulled at each named point of a document's life; then everything starts again, as it would."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from questionnaire.journeys.checkpoints import POINTS
from tests.faults.judging import EXPECTED, outcome_in, submission_in

pytestmark = pytest.mark.faults
KILLED = -9

# Where each point is met: the scene before it, and the process that meets it.
MET = {
    "finalised": ("filled", "finalise"),
    "drawn": ("frozen", "runner"),
    "drawn-recorded": ("frozen", "runner"),
    "act-stored": ("drawn", "sign"),
    "signed": ("signed", "runner"),
    "signature-recorded": ("signed", "runner"),
    "sealed": ("signed", "runner"),
    "seal-recorded": ("signed", "runner"),
    "archive-recorded": ("signed", "runner"),
}


def go_on(stage, folder, subject):
    """All that is still to be done, by processes that nobody kills."""
    assert stage.play("runner", folder) == 0
    if subject is not None:
        assert stage.play("sign", folder, subject) == 0
        assert stage.play("runner", folder) == 0


def test_every_point_is_met_by_a_scene():
    assert tuple(MET) == POINTS


@pytest.mark.parametrize("point", POINTS)
def test_crash_at_a_point_loses_nothing_and_does_nothing_twice(point, scene, stage):
    name, act = MET[point]
    played = scene(name)
    assert stage.play(act, played.folder, played.subject, kill_at=point) == KILLED
    before_the_signature = POINTS.index(point) < POINTS.index("act-stored")
    go_on(stage, played.folder, submission_in(played.folder) if before_the_signature else None)
    assert outcome_in(played.folder) == EXPECTED


def test_crash_at_every_point_in_turn_of_one_document(scene, stage):
    played = scene("filled")
    for point in POINTS:
        act = MET[point][1]
        subject = submission_in(played.folder) if act == "sign" else played.subject
        assert stage.play(act, played.folder, subject, kill_at=point) == KILLED
    go_on(stage, played.folder, None)
    assert outcome_in(played.folder) == EXPECTED


def test_finalising_again_after_a_crash_gives_the_same_document(scene, stage):
    played = scene("filled")
    assert stage.play("finalise", played.folder, played.subject, kill_at="finalised") == KILLED
    frozen = submission_in(played.folder)
    assert stage.play("finalise", played.folder, played.subject) == 0
    assert submission_in(played.folder) == frozen


def test_signing_again_after_a_crash_is_refused_as_done(scene, stage):
    played = scene("drawn")
    assert stage.play("sign", played.folder, played.subject, kill_at="act-stored") == KILLED
    assert stage.play("sign", played.folder, played.subject) == 70
    go_on(stage, played.folder, None)
    assert outcome_in(played.folder) == EXPECTED


def test_command_dies_at_the_point_that_its_environment_names(scene):
    played = scene("frozen")
    environ = {**os.environ, "DEMO": "1", "DATA_DIR": str(played.folder), "QUESTIONNAIRE_KILL_AT": "drawn"}
    command = [sys.executable, "-m", "questionnaire.cli", "runner", "--once"]
    assert subprocess.run(command, env=environ, check=False).returncode == KILLED


def test_file_cut_in_the_middle_of_its_writing_is_ignored(scene, stage):
    played = scene("signed")
    cut = (
        "import resource, signal, sys; from pathlib import Path;"
        "from questionnaire.storage.blobs import FolderBlobs;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL);"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0));"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000));"
        "FolderBlobs(Path(sys.argv[1])).put(sys.argv[2], bytes(100_000))"
    )
    documents = played.folder / "documents"
    before = set(documents.rglob("*"))
    command = [sys.executable, "-c", cut, str(documents), played.subject]
    assert subprocess.run(command, check=False).returncode < 0
    assert [path.stat().st_size for path in set(documents.rglob("*")) - before] == [5000]
    go_on(stage, played.folder, None)
    assert outcome_in(played.folder) == EXPECTED


@pytest.mark.parametrize("name", ["frozen", "signed"])
def test_two_runners_at_once_do_everything_once(name, scene, stage):
    played = scene(name)
    environ = {**os.environ, "DEMO": "1", "DATA_DIR": str(played.folder)}
    command = [sys.executable, "-m", "questionnaire.cli", "runner", "--once"]

    def run(_):
        return subprocess.run(command, env=environ, check=False).returncode

    with ThreadPoolExecutor(2) as both:
        assert list(both.map(run, range(2))) == [0, 0]
    if name == "frozen":
        go_on(stage, played.folder, played.subject)
    assert outcome_in(played.folder) == EXPECTED
