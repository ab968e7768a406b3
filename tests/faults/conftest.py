"""A document at each stage of its life, and a process that plays what comes next and may be killed."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.scenes import scenes_in

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


@pytest.fixture
def scene(tmp_path_factory, tmp_path):
    """A copy of the data folder of a scene, which the test may play on."""
    scenes = scenes_in(tmp_path_factory.getbasetemp())

    def copy(name: str) -> Scene:
        return Scene(Path(shutil.copytree(scenes.folder(name), tmp_path / name)), scenes.subject(name))

    return copy
