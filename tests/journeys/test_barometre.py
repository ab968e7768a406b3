"""An individual rating, from its first answer to its personal copy, which nobody but its author ever opens."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from questionnaire.spec import load
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.documents import submission
from tests.journeys.chain import begin_fiche, project_of
from tests.journeys.house import House, Page, Visitor
from tests.journeys.test_fiche_projet import finalise
from tests.pdf_validation import text_of

FOLDER = Path("forms_spec/barometre_soins")
FORM = load(FOLDER / "2026-1.yaml")
SECTIONS = {section.name: [question.name for question in section.questions] for section in FORM.sections}
PATIENT = json.loads((FOLDER / "examples" / "patient.json").read_text(encoding="utf-8"))
TEAM = {"copilote", "professionnel_partenaire"}
HEAVIEST = 30_000
"""Bytes that a page may weigh."""


@pytest.fixture
def patient(house: House) -> Visitor:
    return house.visitor("patient_partenaire")


@pytest.fixture
def project(porteur: Visitor, patient: Visitor) -> str:
    """A project whose team is Nadia Lemoine and Odette Vasseur."""
    return project_of(porteur, begin_fiche(porteur, patient_partenaire=patient))


def begin(visitor: Visitor, project: str, form: str = "barometre_soins") -> Page:
    visitor.get(project)
    return visitor.post(f"{project}documents", {"formulaire": form})


def rated(visitor: Visitor, project: str) -> str:
    """A rating with all its answers; its address."""
    draft = begin(visitor, project).url
    visitor.answer_sheet(draft, PATIENT, SECTIONS)
    return draft


def marks(page: Page) -> int:
    """The circles of a user on the wheel; one more is in the key, one in the head of the table."""
    return page.text.count('class="wheel-user"')


def test_it_begins_before_any_other_document_and_knows_who_answers(patient: Visitor, project: str):
    draft = begin(patient, project).url
    page = patient.get(f"{draft}/parties/presentation/")
    assert 'value="patient_partenaire" selected' in page.text
    assert "Le patient partenaire ressource s’auto-évalue dans sa collaboration avec le professionnel." in page.text
    assert "Le professionnel s’auto-évalue" not in page.text


@pytest.mark.parametrize("form", ["barometre_soins", "barometre_etablissement"])
def test_wheel_moves_with_each_answer_and_its_table_follows(patient: Visitor, project: str, form: str):
    draft = begin(patient, project, form).url
    url = f"{draft}/parties/co_expression/"
    page = patient.get(url)
    assert (marks(page), 'id="chart-roue"' in page.text) == (2, True)
    reply = patient.autosave(url, page.hidden("_rev"), {"coexp_informations": "3"})
    assert 'id="chart-roue" hx-swap-oob="true"' in reply.text
    assert (marks(reply), reply.text.index("<svg") < reply.text.index("<table")) == (3, True)
    reply = patient.autosave(url, reply.hidden("_rev"), {"coexp_informations_exemple": "Le livret."})
    assert "chart-roue" not in reply.text
    assert marks(patient.answer(draft, "co_expression", {"coexp_points_de_vue": "0"})) == 4


def test_declining_takes_the_mark_away_and_is_never_a_zero(patient: Visitor, project: str):
    draft = begin(patient, project).url
    patient.answer(draft, "co_expression", {"coexp_informations": "3", "coexp_points_de_vue": "2"})
    url = f"{draft}/parties/co_expression/"
    page = patient.get(url)
    assert (marks(page), "2,5" in page.text) == (4, True)
    reply = patient.autosave(url, page.hidden("_rev"), {"coexp_points_de_vue": "nsp"})
    assert (marks(reply), "2,5" in reply.text, "0,0" in reply.text) == (3, False, False)


def test_pages_without_criteria_have_no_wheel(patient: Visitor, project: str):
    draft = begin(patient, project).url
    assert "chart-roue" not in patient.get(f"{draft}/parties/presentation/").text


@pytest.mark.parametrize("section", ["co_construction", "co_mise_en_oeuvre"])
def test_page_that_rates_stays_light(patient: Visitor, project: str, section: str):
    draft = rated(patient, project)
    assert len(patient.get(f"{draft}/parties/{section}/").response.data) <= HEAVIEST


def test_comment_is_folded_until_there_is_one(patient: Visitor, project: str):
    draft = begin(patient, project).url
    url = f"{draft}/parties/co_expression/"
    assert '<details class="help folded">' in patient.get(url).text
    patient.answer(draft, "co_expression", {"coexp_informations_exemple": "Le livret."})
    assert patient.get(url).text.count('<details class="help folded" open>') == 1
    assert "Le livret." in patient.get(f"{draft}/verifier").text


def test_last_button_sends_and_the_copy_is_drawn_then_left_alone(house: House, patient: Visitor, project: str):
    draft = rated(patient, project)
    review = patient.get(f"{draft}/verifier")
    assert (">Envoyer<" in review.text, "Finaliser" in review.text, marks(review)) == (True, False, 10)
    assert "2,5\u00a0– proche du niveau Participation" in review.text
    page = finalise(patient, draft)
    assert "Votre exemplaire (PDF) est prêt dans quelques secondes" in page.text
    assert (house.work(), house.work()) == (1, 0)
    document = patient.get(page.url)
    assert "Vous seul pouvez ouvrir cet exemplaire" in document.text
    assert (marks(document), "À signer" in document.text) == (10, False)
    pdf = patient.client.get(f"{page.url}fichier.pdf")
    assert (pdf.status_code, pdf.data[:5], b"/ByteRange" in pdf.data) == (200, b"%PDF-", False)
    assert patient.get("/").text.count("Finalisé") == 1


def test_what_was_sent_takes_no_answer_any_more(patient: Visitor, project: str):
    draft = rated(patient, project)
    finalise(patient, draft)
    reply = patient.post(f"{draft}/parties/co_decision/", {"_rev": "0", "codec_plan": "4"})
    assert reply.status == 409


OTHERS = ("porteur_projet", "copilote", "professionnel_partenaire", "referent_partenariat", "qualite")


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_opens_a_rating_nor_hears_of_it(house: House, porteur: Visitor, patient: Visitor, role: str):
    other = house.visitor(role)
    guests = {"patient_partenaire": patient} | ({role: other} if role in TEAM else {})
    project = project_of(porteur, begin_fiche(porteur, **guests))
    draft = rated(patient, project)
    closed = (draft, f"{draft}/parties/co_decision/", f"{draft}/verifier", f"{draft}/equipe")
    assert [other.get(url).status for url in closed] == [403] * 4
    assert "Brouillon de Odette" not in other.get(project).text
    document = finalise(patient, draft).url
    house.work()
    assert [other.get(f"{document}{end}").status for end in ("", "fichier.pdf", "signer")] == [403] * 3
    seen = other.get(project).text + other.get("/").text
    assert ("BS-20" in seen, document in seen, draft in seen) == (False, False, False)


def test_it_is_not_in_the_register_and_its_copy_shows_no_code(house: House, patient: Visitor, project: str):
    page = finalise(patient, rated(patient, project))
    house.work()
    quality = house.visitor("qualite")
    assert "BS-20" not in quality.get("/archives/").text
    said = text_of(patient.client.get(f"{page.url}fichier.pdf").data)
    assert (re.search(r"BS-\d{4}-0001", said) is None, "Code de contrôle" in said) == (False, False)


def test_its_reference_verifies_nothing_even_with_its_code(house: House, patient: Visitor, project: str):
    page = finalise(patient, rated(patient, project))
    house.work()
    with open_session(house.settings.database_url) as session:
        kept = session.execute(select(submission.c.reference, submission.c.control_code)).one()
    answer = patient.get(f"/verifier?reference={kept.reference}&code={kept.control_code}")
    assert "Document inconnu" in answer.text
    assert page.url not in answer.text


def test_each_person_has_their_own_and_begins_another_once_it_is_sent(porteur: Visitor, patient: Visitor, project: str):
    draft = rated(patient, project)
    assert begin(patient, project).url == draft
    assert begin(porteur, project).url != draft
    finalise(patient, draft)
    assert begin(patient, project).url != draft
