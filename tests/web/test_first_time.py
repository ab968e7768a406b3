"""What the letter of a new account leads to: by what to come in, and what may be added once inside."""

import re

import pytest
from sqlalchemy import select

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing
from tests.journeys.house import Visitor, found_house

FIRST, WAYS, ODETTE = "/connexion/premiere-fois", "/moyens-de-connexion/", "patient_partenaire@demo.example"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


def texts(house, kind):
    with open_session(house.settings.database_url) as session:
        return session.scalars(select(letter.c.text).where(letter.c.kind == kind)).all()


def test_patient_comes_in_by_a_code_and_goes_on_without_a_password(house):
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(account.update().where(account.c.email == ODETTE).values(password=""))
    visitor = Visitor(house.app.test_client())
    assert f"/connexion/code/?next={WAYS}" in visitor.get(FIRST).text
    visitor.get(f"/connexion/code/?next={WAYS}")
    visitor.post(f"/connexion/code/?next={WAYS}", {"email": ODETTE})
    (text,) = texts(house, "sign_in_code")
    page = visitor.post("/connexion/code/saisie", {"code": re.findall(r"\b\d{6}\b", text)[0]})
    assert (page.url, "Choisir un mot de passe" in page.text, "ce qui est là suffit" in page.text) == (
        WAYS,
        True,
        True,
    )
    assert re.findall(r'button-filled" href="([^"]+)">Continuer', page.text) == ["/"]
    assert visitor.get("/").url == "/"


def test_who_is_signed_in_is_led_to_the_ways_of_their_account(house):
    page = house.visitor("porteur_projet").get(FIRST)
    assert (page.url, "Choisir un mot de passe" in page.text) == (WAYS, False)
