"""What is refused leaves a line for those who look afterwards, and nothing of what was asked in it."""

import logging
import re
from datetime import timedelta

import pytest

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.journeys.house import Visitor, found_house, now


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


def test_asking_for_a_code_is_no_refusal_but_a_wrong_proof_is_one_wherever_it_is_asked(house, told):
    admin = house.visitor("admin")
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(session_opened.update().values(proved_at=now() - timedelta(hours=2)))
    ask = "/compte/confirmation/?next=/lexique"
    admin.get(ask)
    assert (admin.post(ask, {"proof_send": "oui"}).status, told()) == (200, [])
    admin.post(ask, {"proof_password": "x"})
    page = admin.post("/compte/mot-de-passe/retirer", {})
    (kept,) = re.findall(r'name="_kept" value="([^"]+)"', page.text)
    admin.post("/compte/mot-de-passe/retirer", {"_kept": kept, "proof_password": "x"})
    assert [line.partition(", to ")[0] for line in told()] == [
        "Refused 401, POST confirming.confirm",
        "Refused 401, POST account.remove_password",
    ]
