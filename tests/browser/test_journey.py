"""From signing in to the sealed and verified document, in a real browser, with and without JavaScript."""

import io
import json
import re

import pikepdf
import pytest
from playwright.sync_api import expect

from questionnaire.proof.identity import load_identity
from questionnaire.proof.verification import verify
from questionnaire.spec import load
from tests.browser.person import Person
from tests.browser.sites import apart
from tests.journeys.house import example

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FORM = load("forms_spec/fiche_projet/2026-1.yaml")
SECTIONS = {section.name: [question.name for question in section.questions] for section in FORM.sections}
SHEET = example("complete")
CALCULATED = {"duree_mois", "nb_pros", "nb_usagers", "parite"}


def finalise(person: Person, draft: str) -> None:
    person.goto(f"{draft}/verifier")
    person.press("Finaliser le document")
    person.wait_for("Votre document se prépare")


def sign(person: Person) -> None:
    person.wait_for("Votre signature")
    for box in person.page.get_by_role("checkbox").all():
        box.check()
    person.page.get_by_label("Prénom et nom").fill("Nadia Lemoine")
    person.press("Signer")


def download(quality: Person, title: str) -> bytes:
    quality.goto("/archives/")
    quality.page.get_by_role("link", name=title).first.click()
    expect(quality.page.get_by_text("Intègre")).to_be_visible()
    with quality.page.expect_download() as waiting:
        quality.page.get_by_role("link", name=re.compile("Télécharger")).click()
    return waiting.value.path().read_bytes()


def answers_of(pdf: bytes) -> dict[str, object]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return json.loads(document.attachments["reponses.json"].get_file().read_bytes())


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_fiche_goes_from_the_first_answer_to_the_verified_archive(site, seat, width, *, scripts):
    porteur = seat(site.url, width, scripts=scripts)
    title = f"Préparer le retour à domicile, {width} {'avec' if scripts else 'sans'} script"
    porteur.sign_in("porteur_projet")
    draft = porteur.begin()
    for name, names in SECTIONS.items():
        porteur.fill_section(draft, name, names, {**SHEET, "titre": title})
    expect(porteur.page.get_by_role("heading", name="Vérifier")).to_be_visible()
    finalise(porteur, draft)
    sign(porteur)
    porteur.wait_for("C’est signé")
    porteur.wait_for("Signé, scellé et archivé")
    quality = seat(site.url, width, scripts=scripts)
    quality.sign_in("qualite")
    pdf = download(quality, title)
    report = apart(verify, pdf, [load_identity(site.settings.seal_file, None).certificate_pem])
    assert (report.verdict, [fact.name for fact in report.signatures]) == ("authentic", ["Nadia Lemoine"])
    assert answers_of(pdf) == {**SHEET, "titre": title}
