"""Changing one's password on « Mon compte »."""

import pytest

from questionnaire.journeys.demonstration.founding import PASSWORD
from tests.journeys.house import Visitor, found_house

NADIA = "porteur_projet@demo.example"
NEW = "trois cygnes sous la pluie"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def nadia(house):
    visitor = house.visitor("porteur_projet")
    visitor.get("/compte/")
    return visitor


def change(visitor, current=PASSWORD, new=NEW, again=None):
    return visitor.post(
        "/compte/mot-de-passe", {"current": current, "new": new, "again": new if again is None else again}
    )


def opens(house, password):
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    return "Bonjour" in visitor.post("/connexion", {"email": NADIA, "password": password}).text


def test_new_password_opens_the_account_and_the_old_one_no_more(house, nadia):
    page = change(nadia)
    assert (page.url, "Votre mot de passe est changé." in page.text) == ("/compte/", True)
    assert (opens(house, NEW), opens(house, PASSWORD)) == (True, False)


def test_changing_it_closes_the_other_sessions_and_keeps_this_one(house, nadia):
    other = house.visitor("porteur_projet")
    change(nadia)
    assert (nadia.client.get("/").status_code, other.client.get("/").status_code) == (200, 302)


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"current": "a wrong one"}, "Ce n’est pas votre mot de passe actuel."),
        ({"current": ""}, "Ce n’est pas votre mot de passe actuel."),
        ({"current": "\0"}, "Ce n’est pas votre mot de passe actuel."),
        ({"new": "court"}, "au moins 12\u00a0caractères"),
        ({"new": "\0" * 12}, "caractère interdit"),
        ({"new": "nadialemoine"}, "il est fait de votre nom"),
        ({"new": "motdepasse2026"}, "quatre mots sans lien"),
        ({"new": PASSWORD}, "C’est votre mot de passe actuel."),
        ({"again": "trois cygnes sous la neige"}, "Ce n’est pas le même mot de passe."),
    ],
)
def test_password_that_will_not_do_is_refused_beside_its_field(house, nadia, fields, said):
    page = change(nadia, **fields)
    assert (page.status, said in page.text, page.text.count('aria-invalid="true"')) == (422, True, 1)
    assert "<title>Erreur" in page.text
    assert opens(house, PASSWORD)


def test_very_long_password_is_only_refused(nadia):
    assert change(nadia, new="x" * 100_000).status == 413


def test_signing_out_leaves_nothing_in_the_browser(nadia):
    assert nadia.post("/deconnexion", {}, follow=False).response.headers["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in nadia.get("/connexion").response.headers
