"""Easier words, words explained, words of the sector, and what stands at the foot: on pages and on the paper."""

import re
from pathlib import Path

import pytest

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.organisations import organisation
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import begin, found_workshop, plain
from tests.pdf_validation import text_of

FORMS = Path("tests/journeys/forms_apart")
LONG = "Un rôle de conseil " * 5
"""Too long to stand beside its question on the paper."""
FOOT = "La notion de patient partenaire inclut celle de proche-aidant partenaire."


@pytest.fixture
def clear(tmp_path) -> House:
    return found_workshop(tmp_path, FORMS)


def start(house: House, **answers: str) -> tuple[Visitor, str]:
    porteur = house.visitor("porteur_projet")
    draft = begin(porteur, "clarte")
    porteur.answer(draft, "base", {"objet": "Un objet", **answers})
    return porteur, draft


def turn(visitor: Visitor, draft: str, choice: str, **answers: str) -> Page:
    """Press the button that changes the manner."""
    url = f"{draft}/parties/base/"
    page = visitor.get(url)
    assert f'value="facile:{choice}"' in page.text
    return visitor.post(url, {"_rev": page.hidden("_rev"), "_action": f"facile:{choice}", **answers})


def finalised(house: House, visitor: Visitor, draft: str) -> tuple[str, str]:
    """The address of the document, and what its paper says."""
    page = visitor.get(f"{draft}/verifier")
    page = visitor.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})
    house.work()
    url = re.match(r"/documents/\w+/", page.url)
    assert url, page.text
    return url[0], " ".join(text_of(visitor.client.get(f"{url[0]}fichier.pdf").data).split())


def test_easy_words_come_at_a_button_with_the_official_ones_beside(clear: House):
    porteur, draft = start(clear)
    before = porteur.get(f"{draft}/parties/base/").text
    words = plain(turn(porteur, draft, "oui").text)
    assert "À quoi sert le projet" not in before
    assert "À quoi sert le projet ? Avec vos mots. Par exemple : aider les familles" in words
    assert (
        "Version facile, à faire valider. Texte officiel : Finalité de l’action – Telle que formulée au dossier."
        in words
    )
    assert "Version facile, validée par : Groupe de relecture. Texte officiel : Les retours sont consignés." in words


def test_easy_title_of_a_section_says_the_official_one(clear: House):
    porteur, draft = start(clear)
    words = plain(turn(porteur, draft, "oui").text)
    easy, official = "Travailler ensemble Dites comment.", "Texte officiel : Modalités de collaboration."
    assert f"{easy} Version facile, à faire valider. {official}" in words


def test_choice_of_words_lasts_and_is_taken_back(clear: House):
    porteur, draft = start(clear)
    turn(porteur, draft, "oui")
    kept = "À quoi sert le projet" in porteur.get(f"{draft}/parties/base/").text
    assert (kept, "À quoi sert le projet" in turn(porteur, draft, "non").text) == (True, False)


def test_changing_words_loses_nothing_that_was_typed(clear: House):
    porteur, draft = start(clear)
    assert 'value="Écrit à l’instant"' in turn(porteur, draft, "oui", role_pp="Écrit à l’instant").text


def test_paper_prints_the_official_words(clear: House):
    porteur, draft = start(clear)
    turn(porteur, draft, "oui")
    _, paper = finalised(clear, porteur, draft)
    assert ("Finalité de l’action" in paper, "À quoi sert le projet" in paper) == (True, False)


def test_first_use_of_each_term_is_explained_once(clear: House):
    porteur, draft = start(clear)
    page = porteur.get(f"{draft}/parties/base/").text
    asked = re.findall(r"Que veut dire «\u00a0(.+?)\u00a0»", page)
    assert asked == ["Patient partenaire", "Patient partenaire ressource"]


def test_terms_of_a_title_are_explained_under_it_and_not_again(clear: House):
    porteur, draft = start(clear)
    page = porteur.get(f"{draft}/parties/suite/").text
    heading, questions = page.split('id="section-form"')
    assert [re.findall(r"Que veut dire «\u00a0(.+?)\u00a0»", part) for part in (heading, questions)] == [
        ["Proche-aidant", "Lettre de mission"],
        ["Fiche projet"],
    ]


def test_easier_title_has_its_own_terms(clear: House):
    porteur, draft = start(clear)
    turn(porteur, draft, "oui")
    heading, questions = porteur.get(f"{draft}/parties/suite/").text.split('id="section-form"')
    assert ("Que veut dire" in heading, "Que veut dire «\u00a0Proche-aidant" in questions) == (False, True)


def test_lexicon_lists_terms_to_anybody(clear: House):
    page = Visitor(clear.app.test_client()).get("/lexique")
    assert (page.status, 'id="terme-patient_partenaire"' in page.text, "Source\u00a0: AP-HP" in page.text) == (
        200,
        True,
        True,
    )


def test_answer_sector_changes_the_words_of_the_page_and_of_the_paper(clear: House):
    porteur, draft = start(clear)
    house_words = plain(porteur.get(f"{draft}/parties/base/").text)
    porteur.answer(draft, "base", {"secteur": "medico_social", "role_pp": LONG})
    own_words = plain(porteur.get(f"{draft}/parties/base/").text)
    _, paper = finalised(clear, porteur, draft)
    assert ["Rôle du patient partenaire" in house_words, "Rôle de la personne accompagnée partenaire" in own_words] == [
        True,
        True,
    ]
    assert "Rôle de la personne accompagnée partenaire" in paper


def test_sector_of_the_house_is_frozen_with_the_document(clear: House):
    change(clear, "medico_social")
    porteur, draft = start(clear, role_pp=LONG)
    url, paper = finalised(clear, porteur, draft)
    change(clear, "sanitaire")
    assert ["Rôle de la personne accompagnée partenaire" in text for text in (paper, plain(porteur.get(url).text))] == [
        True,
        True,
    ]


def change(house: House, sector: str) -> None:
    """Have every establishment belong to a sector."""
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(organisation.update().values(sector=sector))


def test_foot_of_pages_and_paper_says_footnote_source_rights_and_standing(clear: House):
    porteur, draft = start(clear)
    pages = [porteur.get(draft + end).text for end in ("", "/parties/base/", "/verifier")]
    url, paper = finalised(clear, porteur, draft)
    wanted = (FOOT, "Source claire", "Droits clairs", "Trame proposée – à adapter par l’établissement")
    texts = [*map(plain, pages), plain(porteur.get(url).text), paper]
    assert [[each in text for each in wanted] for text in texts] == [[True] * 4] * 5
