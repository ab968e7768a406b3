"""Orders made by buttons: an answer moves a rank, is said aloud and is saved; the hand follows it."""

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
    """An installation that also serves the form of orders."""
    forms = f"forms_spec{pathsep}tests/journeys/forms_kinds"
    with benched(tmp_path_factory.mktemp("hall") / "data", FORMS_PATH=forms) as running:
        yield running


@pytest.fixture
def draft(hall: Bench) -> str:
    return begin(hall.house.visitor("porteur_projet"), "priorites")


@pytest.mark.parametrize("width", [1280, 375])
def test_buttons_move_an_answer_and_the_keyboard_follows_it(hall, seat, draft, width):
    person = seat(hall.url, "porteur_projet", width)
    person.section(draft, "ordre")
    page = person.page
    for rank, name in enumerate(("temps", "lieu", "formation", "argent"), start=1):
        page.get_by_label(f"Rang {rank}", exact=True).select_option(name)
    page.get_by_role("button", name="Monter : Rang 4").press("Enter")
    expect(page.locator(".ranked")).to_have_text("Un budget\u00a0: rang 3")
    expect(page.get_by_role("button", name="Monter : Rang 3")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".ranked")).to_have_text("Un budget\u00a0: rang 1")
    expect(page.get_by_role("button", name="Descendre : Rang 1")).to_be_focused()
    expect(page.get_by_label("Pourquoi un budget d’abord")).to_be_visible()
    expect(page.locator("#save-status")).to_have_text(SAVED)
    assert stored(hall.house, draft)["besoins"] == ["argent", "temps", "lieu", "formation"]
    assert faults(page) == []


def test_without_script_there_are_the_lists_alone(hall, seat, draft):
    person = seat(hall.url, "porteur_projet", scripts=False)
    person.section(draft, "ordre")
    expect(person.page.get_by_label("Rang 1", exact=True)).to_be_visible()
    expect(person.page.get_by_role("button", name="Monter : Rang 2")).to_have_count(0)
