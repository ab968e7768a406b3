import pytest

from tests.journeys.house import House, found_house


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)
