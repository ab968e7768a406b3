"""Every page of the journey, its faults included: the rules of accessibility, no sideways scroll, a quiet console."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.eyes import faults
from tests.browser.person import Person
from tests.browser.sheets import SECTIONS, prepare
from tests.browser.sites import Bench, apart

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WIDTHS = pytest.mark.parametrize("width", [1280, 375])
BOTH_LOOKS = pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"contrast": "more"}], ids=["dark", "contrast"])


@WIDTHS
def test_pages_around_the_documents_are_sound(bench: Bench, seat, width):
    visitor = seat(bench.url, width)
    visitor.watch.allowed.append("404")
    found = []
    visitor.goto("/connexion")
    found += faults(visitor.page)
    visitor.press("Se connecter")
    found += faults(visitor.page)
    visitor.sign_in("porteur_projet")
    found += faults(visitor.page)
    visitor.goto("/dossiers/inconnu")
    found += faults(visitor.page)
    visitor.goto("/verifier")
    found += faults(visitor.page)
    visitor.goto("/verifier?reference=FP-2026-9999&code=AAAA")
    found += faults(visitor.page)
    assert found == []


@WIDTHS
def test_pages_of_a_draft_are_sound(bench: Bench, seat, width):
    porteur = seat(bench.url, width)
    porteur.sign_in("porteur_projet")
    draft = porteur.begin()
    found = faults(porteur.page)
    for name in SECTIONS:
        porteur.section(draft, name)
        found += faults(porteur.page)
    porteur.goto(f"{draft}/verifier")
    porteur.press("Finaliser le document")
    expect(porteur.page.get_by_role("heading", name="réponses sont à compléter")).to_be_visible()
    found += faults(porteur.page)
    porteur.page.locator(".error-summary a").first.click()
    expect(porteur.page.locator("[aria-invalid]").first).to_be_attached()
    found += faults(porteur.page)
    assert found == []


@WIDTHS
def test_states_of_a_section_are_sound(bench: Bench, seat, width):
    porteur = seat(bench.url, width)
    porteur.sign_in("porteur_projet")
    draft = porteur.begin()
    porteur.section(draft, "identite")
    porteur.answer({"titre": "Court", "date_debut": "31 février"})
    found = faults(porteur.page)
    porteur.press("Continuer")
    expect(porteur.page.locator(".error-summary")).to_be_focused()
    found += faults(porteur.page)
    porteur.section(draft, "objectifs")
    porteur.page.locator('button[value="add:objectif"]').click()
    found += faults(porteur.page)
    porteur.answer({porteur.page.locator(".item-open .field").first.get_attribute("name"): "Écouter les familles"})
    porteur.press("Fermer cette fiche")
    found += faults(porteur.page)
    porteur.page.get_by_role("button", name=re.compile("Modifier")).click()
    porteur.page.get_by_role("button", name=re.compile("Retirer")).click()
    found += faults(porteur.page)
    porteur.press("Retirer")
    found += faults(porteur.page)
    assert found == []


@WIDTHS
def test_pages_of_a_finalised_document_are_sound(bench: Bench, seat, width):
    porteur = seat(bench.url, width)
    porteur.sign_in("porteur_projet")
    document = _finalised(bench, porteur)
    found = faults(porteur.page)
    apart(bench.house.work)
    expect(porteur.page.get_by_role("heading", level=1)).to_contain_text("Lire et signer")
    porteur.page.get_by_text("Lire le document sur cette page").click()
    found += faults(porteur.page)
    porteur.press("Signer")
    expect(porteur.page.locator(".error-summary")).to_be_focused()
    found += faults(porteur.page)
    _sign(porteur)
    found += faults(porteur.page)
    apart(bench.house.work)
    porteur.wait_for("Signé, scellé et archivé")
    found += faults(porteur.page)
    quality = seat(bench.url, width)
    quality.sign_in("qualite")
    found += faults(quality.page)
    quality.goto("/archives/")
    found += faults(quality.page)
    quality.page.get_by_role("rowheader").get_by_role("link").first.click()
    found += faults(quality.page)
    assert (found, document.startswith("/documents/")) == ([], True)


@BOTH_LOOKS
def test_main_pages_are_sound_in_the_dark_and_with_more_contrast(bench: Bench, seat, look):
    porteur = seat(bench.url, **look)
    porteur.sign_in("porteur_projet")
    found = faults(porteur.page)
    draft = prepare(bench.house, "complete")
    porteur.goto(draft)
    found += faults(porteur.page)
    porteur.section(draft, "identite")
    porteur.answer({"date_debut": "31 février"})
    porteur.press("Continuer")
    found += faults(porteur.page)
    porteur.section(draft, "equipe")
    porteur.page.get_by_role("button", name=re.compile("Modifier")).first.click()
    found += faults(porteur.page)
    porteur.goto(f"{draft}/verifier")
    found += faults(porteur.page)
    _finalised(bench, porteur)
    apart(bench.house.work)
    expect(porteur.page.get_by_role("heading", level=1)).to_contain_text("Lire et signer")
    found += faults(porteur.page)
    _sign(porteur)
    apart(bench.house.work)
    quality = seat(bench.url, **look)
    quality.sign_in("qualite")
    quality.goto("/archives/")
    found += faults(quality.page)
    assert found == []


def _finalised(bench: Bench, porteur: Person) -> str:
    porteur.goto(f"{prepare(bench.house, 'complete')}/verifier")
    porteur.press("Finaliser le document")
    porteur.wait_for("Votre document se prépare")
    return re.sub(r"^http://[^/]+", "", porteur.page.url)


def _sign(porteur: Person) -> None:
    for box in porteur.page.get_by_role("checkbox").all():
        box.check()
    porteur.page.get_by_label("Prénom et nom").fill("Nadia Lemoine")
    porteur.press("Signer")
    porteur.wait_for("C’est signé")
