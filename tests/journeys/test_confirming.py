"""What changes with answers, by HTTP and without any script: wordings, confirmations, rules on several answers."""

import re

import pytest

from tests.journeys.house import House, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, beside, found_workshop, plain, redrawn, title


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_items"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(nadia: Visitor) -> str:
    return begin(nadia, "bilan")


@pytest.fixture
def tab(nadia: Visitor, draft: str) -> Tab:
    return Tab(nadia, f"{draft}/parties/activite/")


def sent(page, name):
    """What the box of a question sends when it is ticked."""
    (found,) = re.findall(rf'type="checkbox"[^>]*? name="{name}"[^>]*? value="([^"]*)"', page.text)
    return found


ANNE = {"prenom": "Anne", "debut": "2026-03-01", "fin": "2026-04-01", "achats": "700", "temps": "300"}


def test_zero_is_to_be_confirmed_before_the_next_page_and_nothing_is_lost(tab):
    page = tab.submit({**ANNE, "patients": "0"})
    assert (page.status, title(page)) == (422, "Activité")
    assert beside(page, "q-patients_vus") == "Cochez cette case pour confirmer, ou corrigez la réponse."
    assert "0\u00a0: vous confirmez\u00a0?" in page.text
    page = tab.submit({**ANNE, "patients": "0", "patients_vus": sent(page, "patients_vus")})
    assert (page.status, title(page)) == (200, "Pour commencer")
    assert "Qu’attendez-vous, Anne\u00a0?" in page.text


def test_confirmation_of_one_answer_does_not_serve_for_another(tab):
    zero = sent(tab.submit({**ANNE, "patients": "0"}), "patients_vus")
    page = tab.submit({**ANNE, "patients": "60", "patients_vus": zero})
    assert (page.status, "60\u00a0: vous confirmez\u00a0?" in page.text) == (422, True)
    assert sent(page, "patients_vus") != zero


def test_box_appears_with_its_answer_and_changes_with_it(tab):
    first = tab.leave_field({"patients": "60"})
    assert "question-patients_vus" in redrawn(first)
    second = tab.leave_field({"patients": "70"})
    assert sent(first, "patients_vus") != sent(second, "patients_vus")


def test_dates_are_compared_once_both_are_there(tab):
    assert tab.submit({"patients": "3", "debut": "2026-05-01"}).status == 200
    page = Tab(tab.visitor, tab.url).submit({**ANNE, "patients": "3", "debut": "2026-05-01"})
    assert (page.status, beside(page, "q-fin")) == (422, "La fin est avant le début.")


def test_rule_is_judged_again_at_the_end_though_its_page_is_not_seen_again(nadia, draft, tab):
    tab.submit({**ANNE, "patients": "3"})
    tab.leave_field({"debut": "2026-06-01"})
    page = nadia.get(f"{draft}/verifier")
    assert "La fin est avant le début." in plain(page.text)


def test_total_confirmed_is_asked_again_once_an_amount_changes_and_paper_says_it(nadia, draft, tab):
    tab.submit({**ANNE, "patients": "3"})
    suite = Tab(nadia, f"{draft}/parties/suite/")
    assert title(suite.page) == "Avec 3 personnes"
    assert "L’avis d’Anne" in suite.page.text
    assert "Le budget est de 1\u00a0000\u00a0€, je le confirme." in suite.page.text
    page = suite.submit({"avis": "Bien", "budget_vu": sent(suite.page, "budget_vu")})
    assert (page.status, title(page)) == (200, "Vérifier mes réponses")
    Tab(nadia, f"{draft}/parties/activite/").leave_field({"achats": "800"})
    page = nadia.get(f"{draft}/verifier")
    assert "Cochez cette case pour confirmer" in plain(page.text)
    again = Tab(nadia, f"{draft}/parties/suite/")
    again.submit({"avis": "Bien", "budget_vu": sent(again.page, "budget_vu")})
    assert "Cochez cette case pour confirmer" not in nadia.get(f"{draft}/verifier").text
