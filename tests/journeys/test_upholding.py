"""Odd answers: said beside the field and on the review, kept with a reason, told on the paper."""

import json
import re
from pathlib import Path

import pytest

from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.papers.redrawing import is_redrawn
from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import begin, found_workshop, let_in
from tests.pdf_validation import text_of

FORMS = Path("tests/journeys/forms_apart")
RARE = "Un projet dure rarement plus de deux ans."


@pytest.fixture
def prudent(tmp_path) -> House:
    return found_workshop(tmp_path, FORMS)


def start(house: House, **answers: str) -> tuple[Visitor, str]:
    """A porteur with a draft that answers ``answers``."""
    porteur = house.visitor("porteur_projet")
    draft = begin(porteur, "prudence")
    porteur.answer(draft, "base", {"objet": "Un objet", **answers})
    return porteur, draft


def finalise(visitor: Visitor, draft: str, reasons: dict[str, str] | None = None):
    page = visitor.get(f"{draft}/verifier")
    typed = {f"motif:{path}": text for path, text in (reasons or {}).items()}
    return visitor.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev"), **typed})


def keep(visitor: Visitor, draft: str, path: str, reason: str):
    visitor.get(f"{draft}/verifier")
    return visitor.post(f"{draft}/maintenir", {"maintenir": path, f"motif:{path}": reason})


def pdf_of(house: House, visitor: Visitor, page: Page) -> bytes:
    """The file of a document just finalised."""
    house.work()
    url = re.match(r"/documents/\w+", page.url)
    assert url, page.url
    return bytes(visitor.client.get(f"{url[0]}/fichier.pdf").data)


def test_odd_answer_is_saved_and_said_beside_its_field(prudent: House):
    porteur, draft = start(prudent, duree="36")
    page = porteur.get(f"{draft}/parties/base/")
    assert ('value="36"' in page.text, page.text.count(RARE)) == (True, 1)


def test_odd_answer_does_not_hold_back_the_page(prudent: House):
    porteur, draft = start(prudent)
    assert "/parties/parole" in porteur.answer(draft, "base", {"duree": "36"}).url


def test_autosave_says_what_is_odd_and_takes_it_back(prudent: House):
    porteur, draft = start(prudent)
    url = f"{draft}/parties/base/"
    rev = porteur.get(url).hidden("_rev")
    odd = porteur.autosave(url, rev, {"duree": "36"})
    usual = porteur.autosave(url, odd.hidden("_rev"), {"duree": "12"})
    assert (odd.status, RARE in odd.text, RARE in usual.text) == (200, True, False)


def test_finalising_asks_for_a_reason_beside_each_odd_answer(prudent: House):
    porteur, draft = start(prudent, duree="36")
    page = finalise(porteur, draft)
    assert (page.status, 'href="#motif-duree"' in page.text, "Écrivez pourquoi" in page.text) == (422, True, True)


def test_reason_typed_with_the_button_finalises(prudent: House):
    porteur, draft = start(prudent, duree="36")
    assert finalise(porteur, draft, {"duree": "Trois services s’y relaient"}).url.startswith("/documents/")


def test_reason_counts_for_its_answer_alone(prudent: House):
    porteur, draft = start(prudent, duree="36")
    kept = keep(porteur, draft, "duree", "Trois services s’y relaient")
    porteur.answer(draft, "base", {"duree": "48"})
    changed = porteur.get(f"{draft}/verifier")
    porteur.answer(draft, "base", {"duree": "36"})
    back = porteur.get(f"{draft}/verifier")
    said = "Maintenu\u00a0: Trois services s’y relaient (Nadia Lemoine)"
    assert [said in page.text for page in (kept, changed, back)] == [True, False, True]


@pytest.mark.parametrize("reason, said", [("  \n", "Écrivez pourquoi"), ("x" * 501, "Ce motif a 501 caractères")])
def test_reason_that_is_none_or_too_long_is_refused_and_given_back(prudent: House, reason, said):
    porteur, draft = start(prudent, duree="36")
    page = keep(porteur, draft, "duree", reason)
    assert (page.status, said in page.text, reason.strip() in page.text) == (422, True, True)


def test_reason_for_a_repeat_goes_with_its_items(prudent: House):
    porteur, draft = start(prudent)
    item = porteur.add_item(draft, "base", "equipe", {"nom": "Ada"})
    keep(porteur, draft, "equipe", "Elle suffit")
    kept = "Elle suffit" in porteur.get(f"{draft}/verifier").text
    porteur.answer(draft, "base", {f"{item}.nom": "Bea"})
    assert (kept, "Elle suffit" in porteur.get(f"{draft}/verifier").text) == (True, False)


def test_rule_of_a_repeat_prevents_where_it_is_a_constraint(prudent: House):
    porteur, draft = start(prudent, objet="petit")
    for name in ("Ada", "Bea", "Cyd", "Dan"):
        porteur.add_item(draft, "base", "equipe", {"nom": name})
    page = finalise(porteur, draft)
    assert (page.status, "Une petite équipe a trois personnes au plus." in page.text) == (422, True)


def test_paper_and_its_answers_tell_the_reason(prudent: House):
    porteur, draft = start(prudent, duree="36")
    porteur.add_item(draft, "base", "equipe", {"nom": "Ada"})
    page = finalise(porteur, draft, {"duree": "Trois services", "equipe": "Elle suffit"})
    pdf = pdf_of(prudent, porteur, page)
    carried = json.loads(read_attachments(pdf)["reponses.json"])
    by = "Nadia Lemoine"
    expected = {"duree": {"text": "Trois services", "by": by}, "equipe": {"text": "Elle suffit", "by": by}}
    assert (carried["reasons"], is_redrawn(pdf)) == (expected, True)
    paper = " ".join(text_of(pdf).split())
    assert [f"Maintenu : {why} ({by})" in paper for why in ("Trois services", "Elle suffit")] == [True, True]
    assert "Maintenu\u00a0: Trois services (Nadia Lemoine)" in porteur.get(page.url.partition("?")[0]).text


def test_whoever_may_not_change_the_answer_cannot_keep_it(prudent: House):
    porteur, draft = start(prudent, duree="36")
    patient = prudent.visitor("patient_partenaire")
    let_in(porteur, draft, patient, "patient_partenaire")
    assert keep(patient, draft, "duree", "Cela me va").status == 403
