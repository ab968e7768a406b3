"""From the first answer to the archive, by HTTP, with and without the headers of the script."""

import re

import pytest

from questionnaire.proof.identity import load_identity
from questionnaire.proof.verification import verify
from questionnaire.spec import load
from tests.journeys.house import House, Visitor, example

FORM = load("forms_spec/fiche_projet/2026-1.yaml")
SECTIONS = {section.name: [question.name for question in section.questions] for section in FORM.sections}


def fill(visitor: Visitor, name: str = "complete") -> str:
    draft = visitor.begin()
    visitor.answer_sheet(draft, example(name), SECTIONS)
    return draft


def finalise(visitor: Visitor, draft: str):
    page = visitor.get(f"{draft}/verifier")
    return visitor.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})


def sign(visitor: Visitor, document: str):
    visitor.get(f"{document}signer")
    return visitor.post(f"{document}signer", {"lu": "oui", "electronique": "oui", "nom": "Nadia Lemoine"})


@pytest.mark.parametrize("htmx", [False, True], ids=["page", "htmx"])
def test_a_fiche_is_filled_signed_sealed_and_archived(house: House, *, htmx: bool):
    porteur = house.visitor("porteur_projet", htmx=htmx)
    draft = fill(porteur)
    page = finalise(porteur, draft)
    assert "Votre document se prépare" in page.text
    document = page.url
    assert house.work() == 1
    assert "Signer" in porteur.get(document).text
    assert "signature est enregistrée" in sign(porteur, document).text
    assert house.work() == 3
    quality = house.visitor("qualite")
    listing = quality.get("/archives/")
    archived = listing.links(r"/archives/[a-z0-9]+")[0]
    assert "Intègre" in quality.get(archived).text
    pdf = quality.client.get(f"{archived}/fichier.pdf").data
    report = verify(pdf, [_certificate(house)])
    assert (report.verdict, [fact.name for fact in report.signatures]) == ("authentic", ["Nadia Lemoine"])


def _certificate(house: House) -> bytes:
    return load_identity(house.settings.seal_file, None).certificate_pem


def test_finalising_lists_every_problem_with_its_link(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    page = finalise(porteur, draft)
    assert page.status == 422
    links = re.findall(rf'href="({draft}/parties/[^"]+corriger=oui[^"]*)"', page.text)
    assert len(links) >= 12
    assert porteur.get(links[0]).status == 200
