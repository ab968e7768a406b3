"""A block of questions asked twice on one page, from its answers to the paper."""

import pytest
from sqlalchemy import select

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.forms import form_version
from tests.journeys.house import House, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, found_workshop, typed
from tests.pdf_validation import text_of


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_items"))


@pytest.fixture
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


def test_each_inclusion_has_its_answers_from_the_page_to_the_paper(house, nadia):
    draft = begin(nadia, "visite")
    tab = Tab(nadia, f"{draft}/parties/qui/")
    page = tab.submit({"nom": "Ana", "canal": "mail", "a_un_referent": "oui"}, "stay")
    assert "Comment joindre Ana\u00a0?" in page.text
    page = tab.submit({"courriel": "ana@example.org", "ref_nom": "Ben", "ref_canal": "telephone"}, "stay")
    assert (typed(page, "nom"), typed(page, "ref_nom")) == ("Ana", "Ben")
    assert ("Comment joindre Ben\u00a0?" in page.text, 'id="question-ref_courriel" hidden' in page.text) == (True, True)
    summary = nadia.get(f"{draft}/verifier")
    assert ("Nom du référent" in summary.text, "ana@example.org" in summary.text) == (True, True)
    document = nadia.post(f"{draft}/finaliser", {"_rev": summary.hidden("_rev")}).url
    house.work()
    paper = text_of(nadia.client.get(f"{document}fichier.pdf").data)
    assert [word in paper for word in ("Nom du référent", "Ben", "ana@example.org", "Par téléphone")] == [True] * 4


def test_inclusion_off_the_path_is_asked_nothing(nadia):
    draft = begin(nadia, "visite")
    tab = Tab(nadia, f"{draft}/parties/qui/")
    tab.submit({"nom": "Ana", "a_un_referent": "oui", "canal": "telephone"}, "stay")
    tab.submit({"ref_nom": "Ben"}, "stay")
    page = tab.submit({"a_un_referent": "non"}, "stay")
    assert 'id="question-ref_nom" hidden' in page.text
    assert "Ben" not in nadia.get(f"{draft}/verifier").text


def test_version_that_is_kept_holds_its_blocks(house, nadia):
    begin(nadia, "visite")
    with open_session(house.settings.database_url) as session:
        kept = session.execute(select(form_version.c.source).where(form_version.c.form == "visite")).scalar_one()
    assert "#> block: contact" in kept
