"""``people``: who may do what."""

import pytest

from questionnaire.access.guide import guide
from tests.journeys.house import found_house


@pytest.fixture
def run(tmp_path, command):
    house = found_house(tmp_path / "data")
    return lambda *arguments: command(house, "people", *arguments)


def test_rights_are_written_as_the_guide_has_them(run):
    assert run("rights").output == guide()
