"""Answers given blind: their author alone reads them, and nobody finds them in what is stored."""

import json
import logging
import re
from pathlib import Path

import pytest

from questionnaire.access import Role
from questionnaire.journeys.demonstration.founding import INHABITANTS
from questionnaire.journeys.personal import own_data
from questionnaire.storage import people
from questionnaire.storage.cipher import new_key
from questionnaire.storage.database import open_session
from questionnaire.web.desk import desk
from tests.journeys.chain import project_of
from tests.journeys.house import House, Visitor, open_house
from tests.journeys.workshop import found_workshop, let_in

FORMS = Path("tests/journeys/forms_blind")
KEY = new_key()
SAID, BEFORE, TOLD, WHY = "Ornithorynque-5b1c", "Tatou-5b1c", "Pangolin-5b1c", "Axolotl-5b1c"
SECRETS = (SAID, BEFORE, TOLD, WHY, "918273645546")
AUTHOR = "patient_partenaire"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return found_workshop(tmp_path / "data", FORMS, ANSWERS_KEYS=KEY)


@pytest.fixture
def team(house: House) -> str:
    """A project in which somebody of each role of a team takes part."""
    porteur = house.visitor("porteur_projet")
    fiche = porteur.begin()
    for role in ("copilote", "professionnel_partenaire", AUTHOR):
        let_in(porteur, fiche, house.visitor(role), role)
    return project_of(porteur, fiche)


@pytest.fixture
def author(house: House, team: str) -> Visitor:
    """Somebody of the team who rates, told where."""
    visitor = house.visitor(AUTHOR)
    visitor.get(team)
    return visitor


def begun(visitor: Visitor, project: str, form: str = "avis") -> str:
    visitor.get(project)
    return visitor.post(f"{project}documents", {"formulaire": form}).url


def answered(visitor: Visitor, project: str) -> str:
    """A draft with every sort of answer: one changed, an odd one kept, one in a list, one computed."""
    draft = begun(visitor, project)
    visitor.answer(draft, "avis", {"note": "1", "dit": BEFORE, "poids": "918273645545"})
    visitor.answer(draft, "avis", {"dit": SAID})
    visitor.add_item(draft, "avis", "exemple", {"recit": TOLD})
    visitor.get(f"{draft}/verifier")
    visitor.post(f"{draft}/maintenir", {"maintenir": "poids", "motif:poids": WHY})
    return draft


def sent(visitor: Visitor, draft: str) -> str:
    page = visitor.get(f"{draft}/verifier")
    found = re.match(r"/documents/\w+/", visitor.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")}).url)
    assert found
    return found[0]


def held(house: House) -> bytes:
    """All that the folder of the installation holds, its database, its files and its logs."""
    with house.app.app_context():
        desk().session.get_bind().dispose()  # type: ignore[union-attr]  # an engine
    return b"".join(path.read_bytes() for path in house.settings.data_dir.rglob("*") if path.is_file())


@pytest.mark.parametrize("final", [False, True])
def test_nothing_that_is_stored_tells_an_answer(house, team, author, caplog, final):
    """The database, its log, the documents, the copy of one's data on paper, and what the application logs."""
    caplog.set_level(logging.DEBUG)
    draft = answered(author, team)
    if final:
        sent(author, draft)
    author.get("/compte/donnees/")
    author.post("/compte/donnees/pdf", {})
    house.work()
    everything = held(house)
    assert b"Votre avis sur le partenariat" in everything
    assert [secret for secret in SECRETS if secret.encode() in everything or secret in caplog.text] == []


def test_author_reads_them_before_and_after_sending(team, author):
    draft = answered(author, team)
    assert SAID in author.get(f"{draft}/verifier").text
    url = sent(author, draft)
    page = author.get(url).text
    assert (SAID in page, TOLD in page, "Vous seul pouvez les lire." in page) == (True, True, True)


def test_what_is_sent_has_no_file(house, team, author):
    url = sent(author, answered(author, team))
    house.work()
    assert "fichier.pdf" not in author.get(url).text
    assert author.client.get(f"{url}fichier.pdf").status_code == 404


@pytest.mark.parametrize("role", sorted({person.role for person in INHABITANTS} - {Role.PATIENT_PARTENAIRE}))
def test_nobody_else_opens_anything_of_it(house, team, author, role):
    """Of the project's team or not, administrators and référents included."""
    draft = answered(author, team)
    document = sent(author, draft)
    open_one = answered(author, team)
    other = house.visitor(role)
    urls = [f"{open_one}{part}" for part in ("", "/parties/avis/", "/verifier", "/changements/", "/commentaires/")]
    answers = {url: other.client.get(url) for url in (*urls, document, f"{document}fichier.pdf")}
    assert {url: answer.status_code for url, answer in answers.items() if answer.status_code not in {403, 404}} == {}
    assert [secret for secret in SECRETS for answer in answers.values() if secret in answer.text] == []


def test_ones_own_file_has_them_and_files_made_by_others_have_not(house, team, author):
    answered(author, team)
    mine = author.client.get("/compte/donnees/fichier.json").text
    with open_session(house.settings.database_url) as session:
        found = people.load_by_email(session, f"{AUTHOR}@demo.example")
    assert found is not None
    with house.app.test_request_context():
        taken = json.loads(own_data.take_for(desk(), None, found[0].person.id))
    assert (SAID in mine, SAID in json.dumps(taken)) == (True, False)
    assert [row["form"] for row in taken["parts"]["drafts"]] == ["avis"]


def test_no_other_document_takes_them(team, author):
    sent(author, answered(author, team))
    other = begun(author, team, "autre")
    assert SAID not in author.get(f"{other}/parties/page/").text


def test_without_a_key_nothing_is_begun(tmp_path):
    house = found_workshop(tmp_path / "data", FORMS)
    author = house.visitor("porteur_projet")
    author.get("/")
    page = author.post("/dossiers/", {"formulaire": "avis"})
    assert (page.status, "ANSWERS_KEYS" in page.text) == (503, True)


def test_key_taken_away_lets_nothing_be_written_in_clear(house, team, author):
    draft = begun(author, team)
    with house.app.app_context():
        desk().session.get_bind().dispose()  # type: ignore[union-attr]  # an engine
    again = open_house(house.settings.data_dir, FORMS_PATH=f"forms_spec:{FORMS}")
    author = again.visitor(AUTHOR)
    reply = author.post(f"{draft}/parties/avis/", {"_rev": "0", "note": "1", "dit": SAID})
    assert (reply.status, SAID.encode() in held(again)) == (503, False)
