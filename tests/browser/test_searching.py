"""Long lists searched by keyboard, grids and tables saved as they are left."""

import re
from os import pathsep

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.eyes import faults
from tests.browser.sheets import stored
from tests.browser.sites import Bench, benched
from tests.journeys.workshop import begin

pytestmark = pytest.mark.browser

SAVED = re.compile(r"Enregistré à \d\d:\d\d")


def searched(page: Page, name: str) -> Locator:
    """The field to search in: a list that has just arrived is a combobox too, until the script has met it."""
    return page.locator("input[role=combobox]").and_(page.get_by_role("combobox", name=name))


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    """An installation that also serves the form of grids, tables and long lists."""
    forms = f"forms_spec{pathsep}tests/journeys/forms_tables"
    with benched(tmp_path_factory.mktemp("hall") / "data", FORMS_PATH=forms) as running:
        yield running


@pytest.fixture
def draft(hall: Bench) -> str:
    return begin(hall.house.visitor("porteur_projet"), "bilan")


@pytest.fixture
def lieux(hall: Bench, seat, draft) -> Page:
    """The page of the long lists."""
    person = seat(hall.url, "porteur_projet")
    person.section(draft, "lieux")
    page: Page = person.page
    return page


def test_a_choice_is_found_without_its_accent_and_saved(hall, lieux, draft):
    field = searched(lieux, "Votre département")
    field.press_sequentially("ardeche")
    expect(lieux.get_by_role("status").filter(has_text="1 réponse possible")).to_be_attached()
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "q-departement-7")
    field.press("Enter")
    expect(field).to_have_value("Ardèche")
    expect(lieux.locator("#save-status")).to_have_text(SAVED)
    assert stored(hall.house, draft)["departement"] == "07"


def test_keys_move_in_the_list_and_escape_gives_up(lieux):
    field = searched(lieux, "Votre département")
    active = []
    for key in ("ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"):
        field.press(key)
        active.append(field.get_attribute("aria-activedescendant"))
    ranks = [1, 13, 1, 13, 1]
    assert active == [f"q-departement-{rank}" for rank in ranks]
    field.press_sequentially("zzz")
    expect(lieux.get_by_role("status").filter(has_text="Aucune réponse possible")).to_be_attached()
    field.press("Escape")
    field.blur()
    expect(field).to_have_value("")


def test_what_is_no_choice_gives_way_to_the_choice_made(lieux):
    field = searched(lieux, "Votre département")
    field.fill("aude")
    field.blur()
    expect(field).to_have_value("Aude")
    field.fill("Atlantide")
    field.blur()
    expect(field).to_have_value("Aude")
    field.fill("")
    field.blur()
    expect(lieux.locator("#save-status")).to_have_text(SAVED)
    expect(field).to_have_value("")


def test_boxes_are_sifted_and_those_ticked_stay(lieux):
    lieux.get_by_label("Ain", exact=True).check()
    lieux.get_by_label("Chercher dans la liste").fill("alp")
    boxes = lieux.locator("#question-autres .option:visible")
    expect(boxes).to_have_text(["Ain", "Alpes-de-Haute-Provence", "Hautes-Alpes", "Alpes-Maritimes"])


def test_list_of_an_item_is_searched_too(lieux):
    lieux.get_by_role("button", name="Ajouter : lieu").click()
    field = searched(lieux, "Son département")
    field.fill("aisne")
    field.press("ArrowDown")
    field.press("Enter")
    expect(lieux.locator("#save-status")).to_have_text(SAVED)
    expect(field).to_have_value("Aisne")


def test_counter_is_told_when_few_characters_are_left(lieux):
    field = lieux.get_by_label("Une remarque")
    field.fill("m" * 60)
    expect(lieux.locator("#q-remarque-count")).to_have_text("Il reste 60 caractères")
    told = lieux.locator("#section-form > [role=status]")
    expect(told).to_have_text("")
    field.press_sequentially("m" * 10)
    expect(told).to_have_text("Il reste 50 caractères")


def test_row_of_a_grid_is_saved_and_the_next_appears(hall, seat, draft):
    person = seat(hall.url, "porteur_projet")
    person.section(draft, "avis")
    row = person.page.get_by_role("radio", name="vos idées ont été reprises Plutôt oui")
    expect(row).to_have_count(0)
    person.page.get_by_role("radio", name="vous avez pu parler quand vous le souhaitiez Tout à fait").check()
    expect(row).to_be_visible()
    row.check()
    expect(person.page.locator("#save-status")).to_have_text(SAVED)
    person.section(draft, "avis")
    expect(person.page.get_by_role("radio", name="vos idées ont été reprises Plutôt oui")).to_be_checked()


@pytest.mark.parametrize("section", ["avis", "moyens", "lieux"])
def test_pages_of_tables_have_no_fault(hall, seat, draft, section):
    person = seat(hall.url, "porteur_projet")
    person.section(draft, section)
    if section == "moyens":
        person.press("Ajouter : dépense")
    assert faults(person.page) == []
