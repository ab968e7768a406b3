import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from questionnaire.cli import register
from questionnaire.cli.filling import fill
from tests.scenes import scenes_in

COMPLETE = Path("forms_spec/fiche_projet/examples/complete.json").absolute()


@pytest.fixture(scope="session")
def sealed(tmp_path_factory):
    """A data folder made by ``forms fill --seal``, with ``sealed.pdf`` beside the seal."""
    folder = tmp_path_factory.mktemp("sealed") / "data"
    output = folder.with_name("sealed.pdf")
    arguments = ["fiche_projet", str(COMPLETE), "--pdf", str(output), "--seal"]
    result = CliRunner().invoke(fill, arguments, env={"DATA_DIR": str(folder), "DEMO": ""})
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def scene(tmp_path_factory, tmp_path):
    """A copy of a scene, on which commands may be run."""
    scenes = scenes_in(tmp_path_factory.getbasetemp())
    return lambda name: scenes.copy(name, tmp_path / name)


@pytest.fixture
def command():
    """Run a command of an installation, in this process."""

    def run(house, *arguments):
        if not house.app.cli.commands.get("archive"):
            register(house.app)
        return house.app.test_cli_runner().invoke(args=arguments)

    return run


@pytest.fixture
def python():
    """Run Python as a person does: another process, with these settings alone."""

    def run(*arguments, **environ):
        inherited = {name: value for name, value in os.environ.items() if name not in {"DEMO", "DATA_DIR"}}
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, env={**inherited, **environ}, capture_output=True, text=True, check=False, timeout=60
        )

    return run
