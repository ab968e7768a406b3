"""A web worker carries none of the heavy libraries: they cost a second and 30 MB in each process."""

import os
import subprocess
import sys

import pytest

from tests.architecture.sources import CHECKOUT

HEAVY = ["reportlab", "pikepdf", "pyhanko", "questionnaire.web.openid"]


@pytest.mark.parametrize("module", ["wsgi", "questionnaire.cli.running"])
def test_the_application_starts_without_heavy_libraries(module, tmp_path):
    environment = {**os.environ, "DEMO": "1", "DATA_DIR": str(tmp_path)}
    program = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", program],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (loaded.stdout.strip(), loaded.stderr) == ("[]", "")
