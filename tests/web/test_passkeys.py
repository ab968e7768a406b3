"""Passkeys without a browser: what is refused, and what is asked."""

import json
from dataclasses import replace

import pytest

from questionnaire.storage.database import open_session
from questionnaire.storage.passkeys import Passkey
from questionnaire.storage.passkeys import add as keep
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.passkeys import passkey
from questionnaire.storage.transaction import writing
from tests.journeys.house import Visitor, found_house, now

NAMED = "https://partenariat.hopital.example"


@pytest.fixture
def house(tmp_path):
    house = found_house(tmp_path)
    house.app.config["SETTINGS"] = replace(house.settings, public_url=NAMED)
    return house


@pytest.fixture
def stranger(house):
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    return visitor


def test_sign_in_page_offers_a_passkey_where_the_address_has_a_name(house, stranger):
    assert 'data-passkey="/connexion/cle/demande"' in stranger.get("/connexion").text
    house.app.config["SETTINGS"] = replace(house.settings, public_url="http://127.0.0.1:5000")
    assert "data-passkey=" not in stranger.get("/connexion").text
    assert "L’adresse de ce site est un nombre" in house.visitor("qualite").get("/compte/cles/").text


def test_any_passkey_is_asked_for_and_its_person_verified(stranger):
    asked = json.loads(stranger.post("/connexion/cle/demande", {}).text)
    assert (asked["userVerification"], asked["rpId"], asked.get("allowCredentials", [])) == (
        "required",
        "partenariat.hopital.example",
        [],
    )
    again = json.loads(stranger.post("/connexion/cle/demande", {}).text)
    assert asked["challenge"] != again["challenge"]


def test_passkey_is_made_on_any_authenticator_without_a_name_of_the_person(house):
    odette = house.visitor("patient_partenaire")
    odette.get("/compte/cles/")
    asked = json.loads(odette.post("/compte/cles/demande", {}).text)
    chosen = asked["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"], "authenticatorAttachment" in chosen) == (
        "required",
        "required",
        False,
    )
    assert json.loads(odette.post("/compte/cles/demande", {}).text)["user"] == asked["user"]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "{", '{"id": 1}', '{"rawId": "é", "id": "é", "response": {}}', "x" * 30_000]
)
def test_what_is_no_answer_is_refused(house, stranger, text):
    stranger.post("/connexion/cle/demande", {})
    page = stranger.post("/connexion/cle", {"passkey": text})
    assert (page.url, "n’a pas été reconnue ici" in page.text) == ("/connexion", True)
    odette = house.visitor("patient_partenaire")
    odette.get("/compte/cles/")
    odette.post("/compte/cles/demande", {})
    assert "n’a pas été reconnue ici" in odette.post("/compte/cles/ajouter", {"passkey": text}).text


def test_nothing_is_judged_that_was_not_asked_for(stranger):
    page = stranger.post("/connexion/cle?next=/lexique", {"passkey": "{}"})
    assert (page.url, "n’a pas été reconnue ici" in page.text) == ("/connexion?next=/lexique", True)


def test_nobody_touches_the_passkey_of_another(house):
    with open_session(house.settings.database_url) as session, writing(session):
        of = session.execute(account.select().where(account.c.email == "qualite@demo.example")).one()
        keep(session, of.id, b"one", Passkey("one", b"x", "La sienne", 0, now()))
    odette = house.visitor("patient_partenaire")
    assert "La sienne" not in odette.get("/compte/cles/").text
    odette.post("/compte/cles/one/nom", {"name": "À moi"})
    odette.post("/compte/cles/one/retirer", {})
    with open_session(house.settings.database_url) as session:
        assert [row.name for row in session.execute(passkey.select())] == ["La sienne"]


def test_administrator_takes_the_passkeys_away_from_who_has_lost_their_device(house):
    with open_session(house.settings.database_url) as session, writing(session):
        of = session.execute(account.select().where(account.c.email == "patient_partenaire@demo.example")).one()
        keep(session, of.id, b"one", Passkey("one", b"x", "Téléphone", 0, now()))
    odette, admin = house.visitor("patient_partenaire"), house.visitor("admin")
    (url,) = admin.get("/administration/personnes/").links(f"/administration/personnes/{of.person_id}")
    assert "Retirer ses clés d’accès (appareil perdu)" in admin.get(url).text
    page = admin.post(f"{url}/compte", {"compte": "double-verification"})
    assert ("sont retirées" in page.text, "Retirer ses clés" in page.text) == (True, False)
    with open_session(house.settings.database_url) as session:
        assert session.execute(passkey.select()).all() == []
    assert odette.client.get("/").status_code == 302
