"""Answers that only some may read: on pages, in history, in comments, on the paper and inside it, in storage."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf, Stream
from sqlalchemy import select

from questionnaire.access import Role
from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.papers.redrawing import is_redrawn
from questionnaire.lifecycle.chain import salted_digest
from questionnaire.storage import reserved
from questionnaire.storage.database import open_session
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.tables.apart import reserved_answer
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import begin, found_workshop, let_in
from tests.pdf_validation import text_of

FORMS = Path("tests/journeys/forms_apart")
SECRET = "Zinnia-quarante-deux"
QUESTION = "Ce que vous dites à la qualité seulement"


@pytest.fixture
def prudent(tmp_path) -> House:
    return found_workshop(tmp_path, FORMS)


@pytest.fixture
def pair(prudent: House) -> tuple[Visitor, Visitor, str]:
    """The porteur, a patient partner of the team who told the secret, and the draft."""
    porteur = prudent.visitor("porteur_projet")
    draft = begin(porteur, "prudence")
    porteur.answer(draft, "base", {"objet": "Un objet"})
    patient = prudent.visitor("patient_partenaire")
    let_in(porteur, draft, patient, "patient_partenaire")
    patient.answer(draft, "parole", {"avis": "Tout va bien", "secret": SECRET})
    return porteur, patient, draft


def finalise(visitor: Visitor, draft: str) -> Page:
    page = visitor.get(f"{draft}/verifier")
    return visitor.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})


def finalised(house: House, visitor: Visitor, draft: str) -> str:
    """The address of the document, drawn."""
    url = re.match(r"/documents/\w+/", finalise(visitor, draft).url)
    assert url
    house.work()
    return url[0]


PAGES = ("/parties/parole/", "/verifier", "/changements/", "", "/commentaires/")


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_sees_the_answer_or_its_question(pair, page):
    porteur, _, draft = pair
    found = porteur.get(draft + page).text
    assert (SECRET in found, QUESTION in found, "secret" in found) == (False, False, False)


@pytest.mark.parametrize("page", ["/parties/parole/", "/verifier", "/changements/"])
def test_those_who_may_see_both(pair, page):
    _, patient, draft = pair
    found = patient.get(draft + page).text
    assert (SECRET in found, QUESTION in found) == (True, True)


def test_section_of_reserved_questions_alone_is_not_a_part_for_the_others(pair):
    porteur, patient, draft = pair
    assert [visitor.get(f"{draft}/parties/intime/").status for visitor in (porteur, patient)] == [404, 200]


@pytest.mark.parametrize("htmx", [True, False])
def test_forged_post_is_refused_as_for_a_question_that_does_not_exist(pair, htmx):
    porteur, patient, draft = pair
    url = f"{draft}/parties/parole/"
    rev = porteur.get(url).hidden("_rev")
    headers = {"HX-Request": "true"} if htmx else {}
    page = porteur.post(url, {"_rev": rev, "secret": "Autre chose"}, headers=headers)
    assert (page.status, "Le formulaire n’a pas de question" in page.text) == (422, True)
    assert SECRET in patient.get(url).text


def test_change_of_a_reserved_answer_cannot_be_taken_back_by_the_others(pair):
    porteur, patient, draft = pair
    revision = patient.get(f"{draft}/parties/parole/").hidden("_rev")
    refused = porteur.post(f"{draft}/changements/reprendre", {"reponse": "secret", "revision": revision})
    assert (refused.status, SECRET in patient.get(f"{draft}/parties/parole/").text) == (409, True)


def test_reserved_question_is_not_commented(pair):
    porteur, patient, draft = pair
    pages = [visitor.get(f"{draft}/commentaires/question?question=secret") for visitor in (porteur, patient)]
    assert ([QUESTION in page.text for page in pages], {page.status for page in pages} & {200}) == (
        [False, False],
        set(),
    )


def test_answers_of_items_are_reserved_too(pair):
    porteur, _, draft = pair
    item = porteur.add_item(draft, "base", "equipe", {"nom": "Ada"})
    url = f"{draft}/parties/base/?ouvert={item}"
    page = porteur.get(url)
    forged = porteur.post(f"{draft}/parties/base/", {"_rev": page.hidden("_rev"), f"{item}.confidence": SECRET})
    assert ("Confidence" in page.text, forged.status) == (False, 422)


def test_missing_reserved_answer_is_told_without_naming_it(pair):
    porteur, patient, draft = pair
    patient.answer(draft, "parole", {"secret": "Bof"})
    page = finalise(porteur, draft)
    assert (page.status, "Elles seules les voient." in page.text, QUESTION in page.text) == (422, True, False)


def test_private_value_is_nowhere_in_the_common_file(prudent, pair):
    porteur, _, draft = pair
    url = finalised(prudent, porteur, draft)
    pdf = porteur.client.get(f"{url}fichier.pdf").data
    found = [SECRET.encode() in data for data in (*decoded(pdf), *read_attachments(pdf).values(), pdf)]
    assert (any(found), SECRET in text_of(pdf), is_redrawn(pdf)) == (False, False, True)
    assert any(b"Tout va bien" in data for data in read_attachments(pdf).values())


def decoded(pdf: bytes) -> list[bytes]:
    """Every stream of a file, decompressed."""
    with Pdf.open(BytesIO(pdf)) as opened:
        return [each.read_bytes() for each in opened.objects if isinstance(each, Stream)]


def test_document_page_shows_it_to_those_allowed(prudent, pair):
    porteur, patient, draft = pair
    url = finalised(prudent, porteur, draft)
    shown = {}
    for who, visitor in {"porteur": porteur, "patient": patient, "qualite": prudent.visitor("qualite")}.items():
        text = visitor.get(url).text
        shown[who] = (SECRET in text, "Réponses réservées" in text)
    assert shown == {"porteur": (False, False), "patient": (True, True), "qualite": (True, True)}


def test_frozen_answer_stands_in_a_row_that_is_erased_without_breaking_its_digest(prudent, pair):
    porteur, patient, draft = pair
    url = finalised(prudent, porteur, draft)
    with open_session(prudent.settings.database_url) as session, writing(session):
        row = session.execute(select(reserved_answer)).one()
        reserved.erase(session, whole_perimeter(session), row.submission_id)
        left = session.execute(select(reserved_answer)).one()
    assert salted_digest(row.salt, row.content) == row.digest
    assert (left.content, left.salt, left.person_id, left.digest) == (None, None, None, row.digest)
    assert "Réponses réservées" not in patient.get(url).text


def test_copy_of_a_draft_leaves_reserved_answers_behind(pair):
    porteur, patient, draft = pair
    porteur.get(draft)
    copy = porteur.post(f"{draft}/dupliquer", {}).url
    let_in(porteur, copy, patient, "patient_partenaire")
    page = patient.get(f"{copy}/parties/parole/").text
    assert ("Tout va bien" in page, SECRET in page) == (True, False)


def test_office_reads_what_is_reserved_to_it_only_where_it_reads_the_document(pair, prudent):
    _, _, draft = pair
    assert prudent.visitor(Role.QUALITE).get(draft).status == 403
