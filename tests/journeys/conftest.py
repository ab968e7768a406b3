import pytest

from tests.journeys.house import House, Visitor, found_house


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def porteur(house: House) -> Visitor:
    """Who leads the project, signed in to the house of the test."""
    return house.visitor("porteur_projet")
