"""Every page of the journey, its faults included: accessible on each screen and in each theme, never scrolled sideways.

That the console stays quiet meanwhile is seen at the end of each test.
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.eyes import faults
from tests.browser.person import Person
from tests.browser.sheets import SECTIONS, prepare, share
from tests.browser.sites import Bench
from tests.journeys.chain import begin, begin_fiche, fill_charter, project_of, sign
from tests.journeys.house import Visitor
from tests.journeys.test_fiche_projet import finalise

pytestmark = pytest.mark.browser


@pytest.fixture
def porteur(bench: Bench, seat):
    return seat(bench.url, "porteur_projet")


def test_pages_around_the_documents_are_sound(bench: Bench, seat):
    visitor = seat(bench.url)
    visitor.watch.allowed.append("404")
    visitor.goto("/connexion")
    found = faults(visitor.page)
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


def test_pages_of_a_draft_are_sound(porteur: Person):
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


def test_mistakes_and_items_of_a_section_are_sound(bench: Bench, porteur: Person):
    draft = prepare(bench.house)
    porteur.section(draft, "identite")
    porteur.answer({"titre": "Court", "date_debut": "31 février", "type_projet": "autre"})
    expect(porteur.page.get_by_label("Précisez")).to_be_visible()
    found = faults(porteur.page)
    porteur.press("Continuer")
    expect(porteur.page.locator(".error-summary")).to_be_focused()
    found += faults(porteur.page)
    porteur.section(draft, "equipe")
    porteur.page.locator('button[value="add:membre"]').click()
    member = str(porteur.page.locator(".item-open button").first.get_attribute("value")).removeprefix("close:")
    porteur.answer({f"{member}.m_prenom": "Odette", f"{member}.m_role": "patient_partenaire"})
    expect(porteur.control(f"{member}.m_association")).to_be_visible()
    found += faults(porteur.page)
    porteur.page.locator(f'button[value="close:{member}"]').click()
    found += faults(porteur.page)
    porteur.page.get_by_role("button", name=re.compile("Modifier")).click()
    porteur.page.get_by_role("button", name=re.compile("Retirer")).click()
    found += faults(porteur.page)
    porteur.press("Retirer")
    expect(porteur.page.get_by_role("button", name="Annuler")).to_be_visible()
    found += faults(porteur.page)
    assert found == []


def test_pages_of_a_team_are_sound(bench: Bench, seat, porteur: Person):
    draft = prepare(bench.house, "complete")
    share(bench.house, draft)
    copilote = seat(bench.url, "copilote")
    copilote.section(draft, "identite")
    porteur.section(draft, "identite")
    expect(porteur.page.get_by_text("Paul Arnoux")).to_be_visible()
    found = faults(porteur.page)
    copilote.answer({"titre": "Accueillir les proches"})
    porteur.answer({"titre": "Écouter les familles"})
    expect(porteur.page.locator(".conflict")).to_be_visible()
    found += faults(porteur.page)
    porteur.press("Continuer")
    expect(porteur.page.get_by_role("heading", name="Deux réponses différentes")).to_be_visible()
    found += faults(porteur.page)
    porteur.goto(f"{draft}/changements/")
    found += faults(porteur.page)
    porteur.goto(f"{draft}/equipe")
    porteur.press("Créer un lien d’invitation")
    invitation = urlsplit(porteur.page.get_by_label("Lien d’invitation").input_value()).path
    found += faults(porteur.page)
    copilote.goto(invitation)
    found += faults(copilote.page)
    assert found == []


def test_pages_of_a_finalised_document_are_sound(bench: Bench, seat, porteur: Person):
    porteur.goto(f"{prepare(bench.house, 'complete')}/verifier")
    found = faults(porteur.page)
    porteur.press("Finaliser le document")
    porteur.wait_for("Votre document se prépare")
    found += faults(porteur.page)
    bench.house.work()
    expect(porteur.page.get_by_role("heading", level=1)).to_contain_text("Lire et signer")
    porteur.page.get_by_text("Lire le document sur cette page").click()
    found += faults(porteur.page)
    porteur.press("Signer")
    expect(porteur.page.locator(".error-summary")).to_be_focused()
    found += faults(porteur.page)
    porteur.sign("Nadia Lemoine")
    found += faults(porteur.page)
    bench.house.work()
    porteur.wait_for("Signé, scellé et archivé")
    found += faults(porteur.page)
    quality = seat(bench.url, "qualite")
    quality.goto("/")
    found += faults(quality.page)
    quality.goto("/archives/")
    found += faults(quality.page)
    quality.page.get_by_role("rowheader").get_by_role("link").first.click()
    expect(quality.page.get_by_text("Intègre")).to_be_visible()
    found += faults(quality.page)
    assert found == []


def test_pages_of_the_chain_are_sound(bench: Bench, seat, porteur: Person):
    """A project, a charter to begin and to countersign, a rating, comments, the lexicon, who helped, a blank copy."""
    nadia, odette = (bench.house.visitor(role) for role in ("porteur_projet", "patient_partenaire"))
    fiche = begin_fiche(nadia, patient_partenaire=odette)
    found = _faults_of(porteur, f"{fiche}/commentaires/?partie=identite", f"{fiche}/aide", "/lexique")
    project = project_of(nadia, fiche)
    sign(nadia, finalised(bench, nadia, fiche))
    bench.house.work()
    charter = begin(odette, project).url
    patient = seat(bench.url, "patient_partenaire")
    pages = (f"{charter}/parties/{name}/" for name in ("projet", "place", "principes", "declarations"))
    found += _faults_of(patient, project, charter, *pages)
    fill_charter(odette, charter)
    document = finalised(bench, odette, charter)
    sign(odette, document, "Odette Vasseur")
    bench.house.work()
    found += _faults_of(patient, document) + _faults_of(porteur, project, f"{document}signer")
    rating = odette.post(f"{project}documents", {"formulaire": "barometre_soins"}).url
    found += _faults_of(patient, f"{rating}/parties/co_decision/", f"{rating}/verifier")
    assert found == []


def finalised(bench: Bench, visitor: Visitor, draft: str) -> str:
    """The document made of a draft, drawn; its address."""
    url: str = finalise(visitor, draft).url
    bench.house.work()
    return url


def _faults_of(person: Person, *urls: str) -> list[str]:
    found = []
    for url in urls:
        person.goto(url)
        found += faults(person.page)
    return found
