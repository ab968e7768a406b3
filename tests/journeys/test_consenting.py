"""Explicit consent in a browser without script: asked first, refused as easily, withdrawn with what it allowed."""

import re
from pathlib import Path

import pytest
from sqlalchemy import select

from questionnaire.storage.database import open_session
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.consents import consent
from tests.journeys.chain import begin_fiche, project_of
from tests.journeys.house import House, Visitor
from tests.journeys.workshop import found_workshop

SECRET, HOSPITAL, TREATMENT = "Mucoviscidose-4b2c", "Necker-4b2c", "Ivacaftor-4b2c"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return found_workshop(tmp_path / "data", Path("tests/journeys/forms_consent"))


@pytest.fixture
def odette(house: House) -> Visitor:
    return house.visitor("porteur_projet")


def dump(house: House) -> str:
    with open_session(house.settings.database_url) as session:
        return "\n".join(str(session.execute(select(table)).all()) for table in metadata.sorted_tables)


def decisions(house: House) -> list[bool]:
    with open_session(house.settings.database_url) as session:
        return list(session.scalars(select(consent.c.given).order_by(consent.c.id)))


def begin(visitor: Visitor) -> str:
    project = project_of(visitor, begin_fiche(visitor))
    visitor.get(project)
    return visitor.post(f"{project}documents", {"formulaire": "profil"}).url


def tell(visitor: Visitor) -> str:
    draft = begin(visitor)
    visitor.answer(draft, "accord", {"accord_sante": "oui"})
    visitor.answer(draft, "page", {"prenom": "Odette", "maladie": "Rhume"})
    visitor.answer(draft, "page", {"maladie": SECRET})
    visitor.add_item(draft, "page", "traitement", {"nom_traitement": TREATMENT})
    visitor.answer(draft, "suivi", {"hopital": HOSPITAL})
    return draft


def test_nothing_is_asked_nor_kept_before_consent(house, odette):
    draft = begin(odette)
    page = odette.get(f"{draft}/parties/page/")
    assert ('name="prenom"' in page.text, 'name="maladie"' in page.text) == (True, False)
    assert odette.get(f"{draft}/parties/suivi/").status == 404
    odette.post(f"{draft}/parties/page/", {"_rev": page.hidden("_rev"), "prenom": "Odette", "maladie": SECRET})
    assert (SECRET in dump(house), "Odette" in dump(house)) == (False, True)


def test_both_answers_stand_side_by_side(odette):
    page = odette.get(f"{begin(odette)}/parties/accord/").text
    assert re.findall(r'type="radio"[^>]*value="(\w+)"', page) == ["oui", "non"]
    assert "Vous pouvez changer d’avis à tout moment" in page


def test_refusing_lets_the_rest_be_filled(odette):
    draft = begin(odette)
    odette.answer(draft, "accord", {"accord_sante": "non"})
    odette.answer(draft, "page", {"prenom": "Odette"})
    assert "Finaliser" in odette.get(f"{draft}/verifier").text


def test_consent_is_kept_with_its_words_and_who_gave_it(house, odette):
    draft = tell(odette)
    odette.answer(draft, "accord", {"accord_sante": "non"})
    odette.answer(draft, "accord", {"accord_sante": "oui"})
    assert decisions(house) == [True, False, True]
    with open_session(house.settings.database_url) as session:
        row = session.execute(select(consent)).first()
    assert row is not None
    assert row.text.startswith("J’accepte d’indiquer des informations sur ma santé")
    assert (len(row.digest), row.path) == (64, "accord_sante")


def test_withdrawing_erases_what_it_allowed_everywhere(house, odette):
    draft = tell(odette)
    assert all(word in dump(house) for word in (SECRET, HOSPITAL, TREATMENT))
    odette.answer(draft, "accord", {"accord_sante": "non"})
    left = dump(house)
    assert [word for word in (SECRET, HOSPITAL, TREATMENT, "Rhume") if word in left] == []
    odette.answer(draft, "accord", {"accord_sante": "oui"})
    page = odette.get(f"{draft}/parties/page/").text
    assert (SECRET in page, "Odette" in page) == (False, True)


def test_own_data_tell_of_every_decision(odette):
    draft = tell(odette)
    odette.answer(draft, "accord", {"accord_sante": "non"})
    file = odette.client.get("/compte/donnees/fichier.json")
    assert file.text.count("J’accepte d’indiquer") >= 2 or "consents" in file.text


def test_copy_of_a_document_brings_no_consent(house, odette):
    draft = tell(odette)
    odette.get(draft)
    copy = odette.post(f"{draft}/dupliquer", {}).url
    assert (len(decisions(house)), SECRET in odette.get(f"{copy}/parties/page/").text) == (1, False)
