"""From signing in to the sealed and verified document, in a real browser, with and without JavaScript."""

import io
import json
import re

import pikepdf
import pytest
from playwright.sync_api import expect

from questionnaire.proof.identity import load_identity
from questionnaire.proof.verification import verify
from tests.browser.person import Person
from tests.browser.sheets import SECTIONS
from tests.journeys.house import example

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


RESOLVED = {
    "complete": {"duree_mois": 11, "nb_pros": 1, "nb_usagers": 2, "parite": 67},
    "minimal": {"nb_pros": 1, "nb_usagers": 1, "parite": 50},
}
"""What the form calculates from each sheet."""


def finalise(person: Person, draft: str) -> None:
    person.goto(f"{draft}/verifier")
    person.press("Finaliser le document")


def download(quality: Person, title: str) -> bytes:
    quality.goto("/archives/")
    quality.page.get_by_role("link", name=title).first.click()
    expect(quality.page.get_by_text("Intègre")).to_be_visible()
    with quality.page.expect_download() as waiting:
        quality.page.get_by_role("link", name=re.compile("Télécharger")).click()
    return waiting.value.path().read_bytes()


def answers_of(pdf: bytes) -> dict[str, object]:
    """The answers attached to a document, without the keys of its items and what was calculated in them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        answers = json.loads(document.attachments["reponses.json"].get_file().read_bytes())["answers"]
    return {name: _items(value) if isinstance(value, list) else value for name, value in answers.items()}


def _items(value: list) -> list:
    unsaid = {"_key", "m_cote_usager", "m_cote_professionnel"}
    return [
        {name: each for name, each in item.items() if name not in unsaid and each is not None}
        if isinstance(item, dict)
        else item
        for item in value
    ]


def go_through(site, seat, width, name, *, scripts):
    """The whole journey with a sheet of answers; what is archived is exactly that sheet."""
    porteur = seat(site.url, width=width, scripts=scripts)
    sheet = {**example(name), "titre": f"Préparer le retour, {width} {'avec' if scripts else 'sans'} script"}
    porteur.sign_in("porteur_projet")
    draft = porteur.begin()
    for section, names in SECTIONS.items():
        porteur.fill_section(draft, section, names, sheet)
    expect(porteur.page.get_by_role("heading", name="Vérifier")).to_be_visible()
    finalise(porteur, draft)
    porteur.wait_for("Votre signature")
    porteur.sign("Nadia Lemoine")
    porteur.wait_for("Signé, scellé et archivé")
    quality = seat(site.url, width=width, scripts=scripts)
    quality.sign_in("qualite")
    pdf = download(quality, sheet["titre"])
    report = verify(pdf, [load_identity(site.settings.seal_file, None).certificate_pem])
    assert (report.verdict, [fact.name for fact in report.signatures]) == ("authentic", ["Nadia Lemoine"])
    said = {path: _items(value) if isinstance(value, list) else value for path, value in sheet.items()}
    assert answers_of(pdf) == {**said, **RESOLVED[name]}


@pytest.mark.parametrize("width,name", [(1280, "complete"), (375, "minimal")])
def test_a_fiche_goes_from_the_first_answer_to_the_verified_archive(site, seat, width, name):
    go_through(site, seat, width, name, scripts=True)


@pytest.mark.parametrize("width,name", [(1280, "minimal"), (375, "complete")])
def test_a_fiche_goes_as_far_without_scripts(site, seat, width, name):
    go_through(site, seat, width, name, scripts=False)
