"""A document at each stage of its life, and a process that plays what comes next and may be killed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from questionnaire.spec import load
from questionnaire.web.extensions import db
from tests.faults.judging import submission_in
from tests.journeys.house import example, found_house

STAGE = Path(__file__).with_name("stage.py")


@dataclass(frozen=True)
class Stage:
    """The process of ``stage.py``."""

    process: subprocess.Popen[str]

    def play(self, act: str, folder: Path, subject: str = "", kill_at: str = "") -> int:
        """What the child that did it left with: 0, or -9 when it was killed."""
        environ = {"DEMO": "1", "DATA_DIR": str(folder), "QUESTIONNAIRE_KILL_AT": kill_at}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"act": act, "environ": environ, "subject": subject}) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@pytest.fixture(scope="session")
def stage():
    environ = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, str(STAGE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environ
    ) as process:
        yield Stage(process)
        assert process.stdin is not None
        process.stdin.close()


@dataclass(frozen=True)
class Scene:
    """A data folder, and the draft or the submission that it is about."""

    folder: Path
    subject: str


@pytest.fixture(scope="session")
def scenes(tmp_path_factory, stage: Stage) -> dict[str, Scene]:
    """One data folder for each state in which a document waits: filled, frozen, drawn, signed by the person."""
    form = load("forms_spec/fiche_projet/2026-1.yaml")
    sections = {section.name: [question.name for question in section.questions] for section in form.sections}
    root = tmp_path_factory.mktemp("scenes")
    house = found_house(root / "filled")
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.answer_sheet(draft, example("complete"), sections)
    with house.app.app_context():
        db.session.remove()
        db.engine.dispose()
    made = {"filled": Scene(root / "filled", draft.rpartition("/")[2])}

    def then(before: str, after: str, act: str, find: Callable[[Path], str]) -> None:
        folder = Path(shutil.copytree(made[before].folder, root / after))
        assert stage.play(act, folder, made[before].subject) == 0
        made[after] = Scene(folder, find(folder))

    then("filled", "frozen", "finalise", submission_in)
    then("frozen", "drawn", "runner", submission_in)
    then("drawn", "signed", "sign", submission_in)
    return made


@pytest.fixture
def scene(scenes, tmp_path) -> Callable[[str], Scene]:
    """A copy of a scene, which the test may play on."""

    def copy(name: str) -> Scene:
        folder = Path(shutil.copytree(scenes[name].folder, tmp_path / name))
        return Scene(folder, scenes[name].subject)

    return copy
