"""``people doubles`` and ``people merge``: two records of one person become one, at a terminal."""

import pytest

from tests.journeys.house import found_house

ROSE = "odette.vasseur@mail.example"
ODETTE = "patient_partenaire@demo.example"


@pytest.fixture
def house(tmp_path, command):
    house = found_house(tmp_path / "data")
    command(house, "people", "add", "Odette", "VASSEUR", "--in", "Hôpital de démonstration", "--email", ROSE)
    return house


def test_doubles_are_listed_with_their_reasons(house, command):
    lines = command(house, "people", "doubles").output.splitlines()
    assert [(ROSE in line, ODETTE in line, line.rpartition("  ")[2]) for line in lines] == [(True, True, "même nom")]


def test_two_records_become_one(house, command):
    dry = command(house, "people", "merge", ODETTE, ROSE, "--dry-run")
    assert (dry.exit_code, "Odette Vasseur | Odette VASSEUR" in dry.output) == (0, True)
    assert len(command(house, "people", "doubles").output.splitlines()) == 1
    done = command(house, "people", "merge", ODETTE, ROSE, "--address", "other", "--yes")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "Les deux fiches sont réunies.")
    assert command(house, "people", "doubles").output == ""
    found = command(house, "people", "list", "Vasseur").output
    assert (found.count("\n"), f"Odette Vasseur <{ROSE}>  compte ouvert" in found) == (1, True)


def test_what_cannot_be_merged_is_said(house, command):
    refused = command(house, "people", "merge", ODETTE, ODETTE)
    assert (refused.exit_code, "C’est la même fiche" in refused.output) == (1, True)
    assert command(house, "people", "merge", ODETTE, "nobody@demo.example").exit_code == 1
