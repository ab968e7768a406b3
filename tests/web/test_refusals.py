"""What is refused leaves a line for those who look afterwards, and nothing of what was asked in it."""

import logging

import pytest

from tests.journeys.house import Visitor, found_house


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return found_house(tmp_path_factory.mktemp("refusals") / "data")


@pytest.fixture
def told(caplog):
    caplog.set_level(logging.WARNING, "questionnaire")
    return lambda: [record.getMessage() for record in caplog.records]


def test_a_password_that_opens_nothing(house, told):
    stranger = Visitor(house.app.test_client())
    stranger.get("/connexion")
    stranger.post("/connexion", {"email": "qualite@demo.example", "password": "Un secret\nRefused 200"})
    assert told() == ["Refused 401, POST security.login, to a stranger"]


def test_signing_in_leaves_no_such_line(house, told):
    house.visitor("qualite")
    assert told() == []


def test_a_right_that_one_has_not(house, told):
    porteur = house.visitor("porteur_projet")
    assert porteur.get("/administration/journal/").status == 403
    (line,) = told()
    assert line.startswith("Refused 403, GET audit.log, to account ")


def test_the_document_of_somebody_else(house, told):
    porteur = house.visitor("porteur_projet")
    porteur.get("/dossiers/aaaa%0ARefused%20200")
    porteur.get(f"/dossiers/{'a' * 20}")
    assert [line.partition(", to ")[0] for line in told()] == ["Refused 404, GET drafts.tasks"] * 2


def test_a_forged_post(house, told):
    house.app.test_client().post("/connexion", data={"email": "x"})
    assert told() == ["Refused 400, POST security.login, to a stranger"]


def test_an_address_that_is_none_is_not_worth_a_line(house, told):
    house.app.test_client().get("/wp-admin/setup.php")
    house.app.test_client().get("/static/nothing")
    assert told() == []
