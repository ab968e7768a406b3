"""Answers stored while the person goes on writing: nothing lost, nothing moved under their hands."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sheets import SECOND, prepare, stored
from tests.browser.sites import Bench

pytestmark = pytest.mark.browser

SAVED = re.compile(r"Enregistré à \d\d:\d\d")


@pytest.fixture
def section(bench: Bench, seat):
    """A new fiche open at its first section; gives the person and the draft's address."""
    porteur = seat(bench.url, "porteur_projet")
    draft = prepare(bench.house)
    porteur.section(draft, "identite")
    return porteur, draft


def caret(page: Page) -> tuple[str, int]:
    place = page.evaluate("[document.activeElement.name, document.activeElement.selectionStart]")
    return place[0], place[1]


def test_an_answer_left_is_saved_and_the_caret_stays_where_it_was_put(bench, section):
    porteur, draft = section
    bench.delay = 0.3
    porteur.control("titre").fill("Écouter les familles")
    porteur.control("acronyme").fill("ECOUTE")
    porteur.control("acronyme").press("ArrowLeft")
    porteur.control("acronyme").press("ArrowLeft")
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    assert caret(porteur.page) == ("acronyme", 4)
    porteur.page.keyboard.type("-")
    expect(porteur.control("acronyme")).to_have_value("ECOU-TE")
    assert stored(bench.house, draft)["titre"] == "Écouter les familles"


def test_a_long_text_is_saved_while_the_person_is_still_in_it(bench, section):
    porteur, draft = section
    porteur.control("resume").press_sequentially("Un livret écrit avec les familles.")
    porteur.control("resume").press("Home")
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    assert caret(porteur.page) == ("resume", 0)
    assert stored(bench.house, draft)["resume"] == "Un livret écrit avec les familles."


def test_three_fields_typed_faster_than_the_server_are_all_stored(bench, section):
    porteur, draft = section
    bench.delay = 0.5
    typed = {"titre": "Écouter les familles", "acronyme": "ECOUTE", "service": "Neurologie"}
    for name, text in typed.items():
        porteur.control(name).fill(text)
    porteur.control("service").blur()
    porteur.leave()
    assert stored(bench.house, draft) == typed


def test_going_on_at_once_stores_the_field_just_typed(bench, section):
    porteur, draft = section
    bench.delay = 0.4
    porteur.control("titre").fill("Écouter les familles")
    porteur.control("service").fill("Neurologie")
    porteur.control("service").press("Enter")
    expect(porteur.page).to_have_url(re.compile(f"/parties/{SECOND}/"))
    assert {name: stored(bench.house, draft)[name] for name in ("titre", "service")} == {
        "titre": "Écouter les familles",
        "service": "Neurologie",
    }


def test_a_question_comes_and_goes_with_the_answer_that_asks_for_it(section):
    porteur, _ = section
    porteur.page.evaluate("window.sameDocument = true")
    other = porteur.page.get_by_label("Précisez")
    expect(other).to_have_count(0)
    porteur.page.get_by_role("group", name="Type de projet").get_by_label("Autre").check()
    other.fill("Un projet de ville")
    other.blur()
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    porteur.page.get_by_label("Projet de service").check()
    expect(other).to_have_count(0)
    porteur.page.get_by_role("group", name="Type de projet").get_by_label("Autre").check()
    expect(other).to_have_value("Un projet de ville")
    assert porteur.page.evaluate("window.sameDocument") is True


def test_a_calculated_answer_follows_at_once(section):
    porteur, _ = section
    porteur.answer({"date_debut": "12/01/2026", "date_fin": "18/12/2026"})
    expect(porteur.page.locator("#q-duree_mois")).to_have_text("11")


def test_a_mistake_is_said_beside_its_field_and_goes_when_corrected(bench, section):
    porteur, draft = section
    field = porteur.control("date_debut")
    field.fill("31 février")
    field.blur()
    beside = porteur.page.locator("#q-date_debut-error")
    expect(beside).to_contain_text("date")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "q-date_debut-error" in str(field.get_attribute("aria-describedby")).split()
    field.fill("12/01/2026")
    field.blur()
    expect(beside).to_be_empty()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    assert stored(bench.house, draft)["date_debut"] == "2026-01-12"


def test_none_of_the_options_excludes_the_others_before_it_is_saved(bench, section):
    porteur, draft = section
    for name in ("Soins", "Recherche"):
        porteur.page.get_by_role("group", name="Domaine").get_by_label(name, exact=True).check()
    porteur.page.get_by_role("group", name="Domaine").get_by_label("Soins", exact=True).uncheck()
    porteur.leave()
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    assert stored(bench.house, draft)["domaines"] == ["recherche"]


def test_nothing_typed_is_kept_in_the_browser(section):
    porteur, draft = section
    porteur.control("titre").fill("Écouter les familles")
    porteur.control("titre").blur()
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    porteur.section(draft, "objectifs")
    porteur.page.go_back()
    kept = porteur.page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")
    assert "Écouter" not in kept
    assert "<" not in kept


def test_characters_left_are_counted_while_typing(section):
    porteur, _ = section
    porteur.control("resume").fill("x" * 790)
    expect(porteur.page.locator("#q-resume-count")).to_have_text("Il reste 10 caractères")
    porteur.control("resume").fill("x" * 803)
    expect(porteur.page.locator("#q-resume-count")).to_have_text("3 caractères de trop")
