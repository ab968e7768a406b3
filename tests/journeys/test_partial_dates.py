"""A month, a year, a length of time: typed without script as people write them, shown again as everybody reads them."""

import pytest

from tests.journeys.house import House, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, beside, found_workshop, plain, redrawn, typed


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_kinds"))


@pytest.fixture
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin(porteur, "rencontre")


@pytest.fixture
def page(porteur: Visitor, draft: str) -> Tab:
    return Tab(porteur, f"{draft}/parties/temps/")


def test_answers_are_shown_again_in_one_way(porteur, draft, page):
    assert page.submit({"mois": "mars 2026", "annee": "1998", "duree": "1h30"}, "stay").status == 200
    shown = page.load()
    assert [typed(shown, name) for name in ("mois", "annee", "duree")] == ["03/2026", "1998", "1 h 30"]
    said = plain(porteur.get(f"{draft}/verifier").text).replace("\u00a0", " ")
    assert "mars 2026" in said
    assert "1 h 30" in said


def test_each_field_says_beside_it_what_is_wrong_and_keeps_what_was_typed(page):
    reply = page.submit({"mois": "13/2026", "annee": "98", "duree": "90"})
    assert (reply.status, [typed(reply, name) for name in ("mois", "annee", "duree")]) == (422, ["13/2026", "98", "90"])
    assert beside(reply, "q-mois") == "Écrivez un mois et une année, par exemple 03/2026."
    assert beside(reply, "q-annee") == "Écrivez une année sur quatre chiffres, par exemple 2026."
    assert beside(reply, "q-duree").startswith("Écrivez une durée en heures et minutes")


def test_bounds_are_said_in_the_same_words(page):
    reply = page.submit({"mois": "12/2019", "duree": "9 h"})
    assert beside(reply, "q-mois") == "Indiquez un mois, au plus tôt janvier 2020."
    assert beside(reply, "q-duree").replace("\u00a0", " ") == "Indiquez au plus 8 h."


def test_a_length_of_time_decides_what_is_asked(page):
    assert "question-pause" in redrawn(page.leave_field({"duree": "2 h"}))
