"""Lists that a page does not hold: searched while one types, with script and with a button."""

import re
from os import pathsep

import pytest
from playwright.sync_api import expect

from tests.browser.eyes import faults
from tests.browser.sheets import stored
from tests.browser.sites import Bench, benched
from tests.journeys.workshop import begin

pytestmark = pytest.mark.browser

SAVED = re.compile(r"Enregistré à \d\d:\d\d")


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    """An installation that also serves the form of long lists."""
    forms = f"forms_spec{pathsep}tests/journeys/forms_kinds"
    with benched(tmp_path_factory.mktemp("hall") / "data", FORMS_PATH=forms) as running:
        yield running


@pytest.fixture
def draft(hall: Bench) -> str:
    return begin(hall.house.visitor("porteur_projet"), "villes")


def test_options_come_while_one_types_and_the_choice_is_saved(hall, seat, draft):
    person = seat(hall.url, "porteur_projet")
    person.section(draft, "lieux")
    field = person.page.get_by_role("searchbox", name="Chercher dans la liste : Votre ville")
    field.press_sequentially("roche brie")
    expect(person.page.locator("#q-ville-found")).to_have_text("1 réponse possible")
    field.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("roche brie")
    person.page.get_by_role("combobox", name="Votre ville").select_option(label="Roche-en-Brie")
    expect(person.page.locator("#save-status")).to_have_text(SAVED)
    assert stored(hall.house, draft)["ville"] == "v193"
    field.fill("bourg")
    expect(person.page.locator("#q-ville-found")).to_have_text("24 réponses possibles")
    expect(person.page.get_by_role("combobox", name="Votre ville")).to_have_value("v193")
    assert faults(person.page) == []


@pytest.mark.parametrize("width", [1280, 375])
def test_without_script_a_button_searches_and_the_page_comes_back_to_the_list(hall, seat, draft, width):
    person = seat(hall.url, "porteur_projet", width, scripts=False)
    person.section(draft, "lieux")
    person.page.get_by_label("Votre nom").fill("Nadia")
    person.page.get_by_role("searchbox", name="Chercher dans la liste : Votre ville").fill("roche")
    person.page.get_by_role("button", name="Chercher : Votre ville").click()
    expect(person.page.locator("#q-ville-found")).to_have_text("24 réponses possibles")
    expect(person.page.get_by_label("Votre nom")).to_have_value("Nadia")
    expect(person.page.locator("#question-ville")).to_be_in_viewport()
