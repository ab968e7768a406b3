"""``python -m tests.browser.pictures [FOLDER]``: the pictures of the README, taken anew from the product itself."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright

from questionnaire.spec import load
from tests.browser.conftest import QUIET
from tests.browser.eyes import HEIGHT, Watch
from tests.browser.person import Person
from tests.browser.sheets import prepare, share
from tests.browser.sites import Bench, benched
from tests.journeys.chain import begin, begin_fiche, fill_charter, project_of, sign
from tests.journeys.test_fiche_projet import finalise

CHROMIUM = "/usr/bin/chromium"
"""Debian's browser; root, as in a container, cannot use its sandbox."""
BAROMETER = load("forms_spec/barometre_soins/2026-1.yaml")
RATED = {section.name: [question.name for question in section.questions] for section in BAROMETER.sections}
RATING = json.loads(Path("forms_spec/barometre_soins/examples/patient.json").read_text())
HEAVIEST = 200_000
"""Bytes that a picture may weigh."""


def main(folder: Path) -> None:
    """Take them all."""
    with TemporaryDirectory() as data, sync_playwright() as player, benched(Path(data) / "data") as bench:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *QUIET])
        _of_a_draft(bench, browser, folder)
        _of_a_document(bench, browser, folder)
        _of_a_project(bench, browser, folder)
        browser.close()


def _of_a_draft(bench: Bench, browser: Browser, folder: Path) -> None:
    draft = prepare(bench.house, "complete", ("identite", "objectifs"))
    bench.house.visitor("porteur_projet").add_item(draft, "equipe", "membre", {"m_prenom": "Odette"})
    share(bench.house, draft)
    copilote = _seat(bench, browser, "copilote")
    copilote.section(draft, "objectifs")
    porteur = _seat(bench, browser, "porteur_projet")
    porteur.goto(draft)
    _take(porteur, folder, "taches")
    porteur.section(draft, "identite")
    expect(porteur.page.get_by_text("Paul Arnoux")).to_be_visible()
    _take(porteur, folder, "partie")
    phone = _seat(bench, browser, "porteur_projet", 375)
    phone.section(draft, "identite")
    expect(phone.page.get_by_text("Paul Arnoux")).to_be_visible()
    _take(phone, folder, "partie-telephone")
    porteur.goto(f"{prepare(bench.house, 'complete')}/verifier")
    _take(porteur, folder, "relecture")


def _of_a_document(bench: Bench, browser: Browser, folder: Path) -> None:
    porteur = _seat(bench, browser, "porteur_projet")
    porteur.goto(f"{prepare(bench.house, 'complete')}/verifier")
    porteur.press("Finaliser le document")
    porteur.wait_for("Votre document se prépare")
    bench.house.work()
    porteur.wait_for("Votre signature")
    for box in porteur.page.get_by_role("checkbox").all():
        box.check()
    porteur.page.get_by_label("Prénom et nom").fill("Nadia Lemoine")
    _take(porteur, folder, "signature", whole=True)
    porteur.sign("Nadia Lemoine")
    bench.house.work()
    quality = _seat(bench, browser, "qualite")
    quality.goto("/archives/")
    _take(quality, folder, "archives")


def _of_a_project(bench: Bench, browser: Browser, folder: Path) -> None:
    """Where the documents of a project stand, a charter on a phone, a barometer read again."""
    nadia, odette, sylvie = (
        bench.house.visitor(role) for role in ("porteur_projet", "patient_partenaire", "professionnel_partenaire")
    )
    fiche = begin_fiche(nadia, patient_partenaire=odette, professionnel_partenaire=sylvie)
    project = project_of(nadia, fiche)
    document = finalise(nadia, fiche).url
    bench.house.work()
    sign(nadia, document)
    bench.house.work()
    charter = begin(sylvie, project).url
    fill_charter(sylvie, charter)
    document = finalise(sylvie, charter).url
    bench.house.work()
    sign(sylvie, document, "Sylvie Garnier")
    bench.house.work()
    porteur = _seat(bench, browser, "porteur_projet")
    porteur.goto(project)
    _take(porteur, folder, "projet")
    phone = _seat(bench, browser, "patient_partenaire", 375)
    phone.goto(f"{begin(odette, project).url}/parties/principes/")
    _take(phone, folder, "charte-telephone")
    rating = odette.post(f"{project}documents", {"formulaire": "barometre_soins"}).url
    odette.answer_sheet(rating, RATING, RATED)
    patient = _seat(bench, browser, "patient_partenaire")
    patient.goto(f"{rating}/verifier")
    patient.page.locator("svg[role=img]").first.evaluate("drawing => drawing.scrollIntoView()")
    _take(patient, folder, "barometre")


def _seat(bench: Bench, browser: Browser, role: str, width: int = 1280) -> Person:
    context = browser.new_context(
        base_url=bench.url,
        viewport={"width": width, "height": HEIGHT},
        locale="fr-FR",
        reduced_motion="reduce",
    )
    page = context.new_page()
    person = Person(page, Watch(page))
    person.sign_in(role)
    return person


def _take(person: Person, folder: Path, name: str, *, whole: bool = False) -> None:
    picture = folder / f"{name}.png"
    person.page.evaluate("document.fonts.ready")
    person.page.screenshot(path=picture, full_page=whole)
    if picture.stat().st_size > HEAVIEST:
        raise ValueError(f"{picture} is too heavy")


if __name__ == "__main__":
    main(Path(*sys.argv[1:2] or ("docs/pictures",)))
