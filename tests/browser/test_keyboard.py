"""The keyboard alone: where the focus goes, what each key does, and that it is always seen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sheets import SECOND, SECTIONS, prepare, stored
from tests.browser.sites import Bench

pytestmark = pytest.mark.browser

SAVED = re.compile(r"Enregistré à \d\d:\d\d")


@pytest.fixture
def porteur(bench: Bench, seat):
    return seat(bench.url, "porteur_projet")


@pytest.fixture
def draft(bench: Bench) -> str:
    return prepare(bench.house)


def focused(page: Page) -> str:
    """The id or the words of what has the focus."""
    said: str = page.evaluate(
        "document.activeElement.id || document.activeElement.innerText || document.activeElement.tagName"
    )
    return " ".join(said.split())


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until something has the focus, however far it is: its words, up to a colon."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if focused(page).partition(" : ")[0] == wanted or focused(page) == wanted:
            return
    raise AssertionError(f"{wanted} is never reached")


def test_the_first_key_skips_the_menu(porteur, draft):
    porteur.section(draft, "identite")
    porteur.page.keyboard.press("Tab")
    assert focused(porteur.page) == "Aller au contenu"
    expect(porteur.page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    porteur.page.keyboard.press("Enter")
    expect(porteur.page.locator("#contenu")).to_be_focused()


def test_tab_goes_through_a_section_in_the_order_of_the_page_and_always_shows_where_it_is(porteur, draft):
    porteur.section(draft, "identite")
    porteur.page.get_by_role("link", name="Aller au contenu").focus()
    porteur.page.keyboard.press("Enter")
    stops: list[dict[str, object]] = []
    while not stops or stops[-1]["text"] != "Revenir plus tard":
        porteur.page.keyboard.press("Tab")
        stops.append(
            porteur.page.evaluate(
                """() => {
                    const at = document.activeElement, shown = at.closest(".option") ?? at;
                    const box = shown.getBoundingClientRect();
                    return {
                        text: at.matches("a, button, summary") ? at.innerText.trim() : at.name,
                        top: box.top + scrollY,
                        seen: box.width > 1 && box.height > 1 && box.top >= 0 && box.bottom <= innerHeight,
                        ring: getComputedStyle(shown).outlineStyle,
                    };
                }"""
            )
        )
        assert len(stops) < 80
    fields = [stop["text"] for stop in stops]
    assert [stop for stop in stops if not stop["seen"] or stop["ring"] != "solid"] == []
    questions = [name for name in SECTIONS["identite"] if name in fields]
    assert list(dict.fromkeys(name for name in fields if name in questions)) == questions
    assert {"titre", "resume", "secteur", "domaines", "date_debut"} <= set(questions)


def test_arrows_choose_among_radios_and_the_choice_is_saved(bench, porteur, draft):
    porteur.section(draft, "identite")
    porteur.page.get_by_role("group", name="Champ du projet").get_by_label("Sanitaire").focus()
    porteur.page.keyboard.press("ArrowDown")
    expect(porteur.page.get_by_label("Médico-social")).to_be_checked()
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    expect(porteur.page.get_by_label("Médico-social")).to_be_focused()
    assert stored(bench.house, draft) == {"secteur": "medico_social"}


def test_enter_in_a_field_goes_on(bench, porteur, draft):
    porteur.section(draft, "objectifs")
    porteur.press("Ajouter\u00a0: objectif opérationnel")
    porteur.section(draft, "identite")
    porteur.control("titre").focus()
    porteur.page.keyboard.type("Écouter les familles")
    porteur.page.keyboard.press("Enter")
    expect(porteur.page).to_have_url(re.compile(f"/parties/{SECOND}/"))
    assert stored(bench.house, draft)["titre"] == "Écouter les familles"


def test_problems_take_the_focus_and_lead_to_their_fields(porteur, draft):
    porteur.section(draft, "identite")
    porteur.control("date_debut").fill("31 février")
    porteur.control("titre").fill("Court")
    porteur.page.keyboard.press("Enter")
    expect(porteur.page.locator("#problems")).to_be_focused()
    expect(porteur.page).to_have_title(re.compile("^Erreur"))
    tab_to(porteur.page, porteur.page.locator("#problems a").nth(1).inner_text())
    porteur.page.keyboard.press("Enter")
    expect(porteur.control("date_debut")).to_be_focused()
    expect(porteur.control("date_debut")).to_have_value("31 février")


def test_a_problem_of_the_review_leads_to_its_field_in_its_section(porteur, draft):
    porteur.goto(f"{draft}/verifier")
    links = porteur.page.locator(".error-summary a")
    links.filter(has_text="Champ du projet").focus()
    porteur.page.keyboard.press("Enter")
    expect(porteur.page).to_have_url(re.compile("/parties/identite/.*#"))
    expect(porteur.page.locator("#q-secteur")).to_be_focused()


def test_items_are_added_removed_and_brought_back_with_the_focus_where_things_happen(porteur, draft):
    porteur.section(draft, "equipe")
    page = porteur.page
    tab_to(page, "Ajouter : membre de l’équipe")
    page.keyboard.press("Enter")
    expect(page.locator(".item-open")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Odette")
    page.keyboard.press("Tab")
    page.keyboard.type("Vasseur")
    page.keyboard.press("Tab")
    expect(page.locator("#save-status")).to_have_text(SAVED)
    tab_to(page, "Fermer cette fiche")
    page.keyboard.press("Enter")
    expect(page.locator(".item")).to_be_focused()
    page.keyboard.press("Tab")
    assert focused(page) == "Modifier Odette Vasseur"
    page.keyboard.press("Enter")
    expect(page.locator(".item-open")).to_be_focused()
    tab_to(page, "Retirer Odette Vasseur")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Retirer «\u00a0Odette Vasseur\u00a0»")
    tab_to(page, "Retirer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Équipe du projet")
    expect(page.locator(".item")).to_have_count(0)
    tab_to(page, "Annuler")
    page.keyboard.press("Enter")
    expect(page.locator(".item-open")).to_be_focused()
    expect(page.locator(".item-open .field").first).to_have_value("Odette")


def test_the_menu_of_a_phone_opens_and_closes(bench, seat, draft):
    porteur = seat(bench.url, "porteur_projet", 375)
    porteur.goto(draft)
    menu = porteur.page.get_by_role("navigation", name="Menu principal")
    expect(menu).to_be_hidden()
    porteur.page.get_by_role("link", name="Menu", exact=True).focus()
    porteur.page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    tab_to(porteur.page, "Fermer le menu")
    porteur.page.keyboard.press("Enter")
    expect(menu).to_be_hidden()
