"""The charter, after the fiche: begun from the project by each member of the team, signed by them, countersigned."""

import re
import subprocess
from io import BytesIO

import pikepdf
import pytest

from tests.journeys.chain import CHARTER, begin, begin_fiche, fill_charter, project_of, sign
from tests.journeys.house import House, Visitor, example
from tests.journeys.test_fiche_projet import finalise


@pytest.fixture
def patient(house: House) -> Visitor:
    return house.visitor("patient_partenaire")


def test_a_charter_waits_for_the_fiche(porteur: Visitor):
    draft = begin_fiche(porteur)
    project = project_of(porteur, draft)
    assert "Possible dès que" in porteur.get(project).text
    page = begin(porteur, project)
    assert (page.status, "il faut d’abord finaliser le document" in page.text) == (409, True)


def test_everyone_has_one_charter_with_what_the_fiche_says(porteur: Visitor, patient: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=patient)
    project = project_of(porteur, draft)
    finalise(porteur, draft)
    charter = begin(patient, project).url
    page = patient.get(f"{charter}/parties/projet/")
    assert str(example("minimal")["titre"]) in page.text
    assert "Repris de\u00a0: «\u00a0Fiche projet en partenariat\u00a0», FP-" in page.text
    assert begin(patient, project).url == charter
    assert begin(porteur, project).url != charter


def test_who_has_no_part_of_their_own_in_the_fiche_is_not_shown_an_empty_one(porteur: Visitor, patient: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=patient)
    project = project_of(porteur, draft)
    finalise(porteur, draft)
    page = patient.get(f"{begin(patient, project).url}/parties/projet/").text
    assert ("Objectif général du projet" in page, "Votre contribution" in page) == (True, False)


def test_another_person_s_charter_is_closed(porteur: Visitor, patient: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=patient)
    project = project_of(porteur, draft)
    finalise(porteur, draft)
    charter = begin(patient, project).url
    assert [porteur.get(url).status for url in (charter, f"{charter}/parties/declarations/")] == [403, 403]
    assert charter not in porteur.get(project).text


def test_a_charter_is_signed_then_countersigned(house: House, porteur: Visitor, patient: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=patient)
    project = project_of(porteur, draft)
    finalise(porteur, draft)
    charter = begin(patient, project).url
    fill_charter(patient, charter)
    document = finalise(patient, charter).url
    house.work()
    assert sign(porteur, document).status == 409  # the person first
    assert "Votre signature est enregistrée" in sign(patient, document, "Odette Vasseur").text
    house.work()
    assert "Nadia Lemoine" in porteur.get(project).text
    assert "doit signer" in porteur.get(project).text
    assert "signature est enregistrée" in sign(porteur, document).text
    house.work()
    assert "1 signature sur" in porteur.get(project).text
    (archived,) = house.visitor("qualite").get("/archives/").links(r"/archives/[a-z0-9]+")
    assert "Odette Vasseur" in house.visitor("qualite").get(archived).text


def test_no_clause_is_ticked_before_the_person_does(porteur: Visitor, patient: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=patient)
    project = project_of(porteur, draft)
    finalise(porteur, draft)
    charter = begin(patient, project).url
    pages = "".join(patient.get(f"{charter}/parties/{section.name}/").text for section in CHARTER.sections)
    assert re.findall(r'<input type="checkbox"[^>]* checked', pages) == []


def test_what_is_declared_of_one_s_interests_is_kept_out_of_the_paper(house: House, porteur: Visitor, patient: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=patient)
    project = project_of(porteur, draft)
    finalise(porteur, draft)
    charter = begin(patient, project).url
    fill_charter(patient, charter)
    patient.answer(charter, "declarations", {"conflit_declare": "oui"})
    patient.answer(charter, "declarations", {"conflit_detail": "Actions d’un laboratoire nommé Zébulon"})
    assert "Zébulon" in patient.get(f"{charter}/parties/declarations/").text
    document = finalise(patient, charter).url
    house.work()
    sign(patient, document, "Odette Vasseur")
    house.work()
    pdf = patient.client.get(f"{document}fichier.pdf").data
    assert [word for word in everything_in(pdf) if "Zébulon" in word] == []
    who = [house.visitor(role) for role in ("qualite", "referent_partenariat", "copilote", "professionnel_partenaire")]
    assert [("Zébulon" in visitor.get(document).text) for visitor in (porteur, *who)] == [
        True,
        True,
        True,
        False,
        False,
    ]


def everything_in(pdf: bytes) -> list[str]:
    """Every stream of a file, decoded, its attachments and its words among them."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = [bytes(each.read_bytes()) for each in opened.objects if isinstance(each, pikepdf.Stream)]
    words = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return [text.decode("utf-8", "replace") for text in (*streams, words)]
