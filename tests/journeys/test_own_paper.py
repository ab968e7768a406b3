"""A person's data on paper: asked for, drawn by the runner in plain words, theirs alone, deleted after some days."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from functools import partial
from operator import add

import pytest

from questionnaire.cli.runner import workshop
from questionnaire.journeys.personal.own_copies import delete_once
from questionnaire.journeys.personal.own_data import COPY_DAYS
from questionnaire.storage import copies
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading
from tests.journeys.house import found_house

PAGE = "/compte/donnees/"
PDF = f"{PAGE}mes-donnees.pdf"
TITLE = "Bien vivre avec la maladie"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def nadia(house):
    """Somebody who has written something, and asked for the paper."""
    visitor = house.visitor("porteur_projet")
    visitor.answer(visitor.begin(), "identite", {"titre": TITLE})
    page = visitor.post(f"{PAGE}pdf", {})
    assert "Votre document se prépare" in page.text
    return visitor


def words(visitor, tmp_path):
    """The text of the paper, its lines joined."""
    answer = visitor.client.get(PDF)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    file = tmp_path / "paper.pdf"
    file.write_bytes(answer.get_data())
    found = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", found.stdout)


def files_of(house, person_id):
    return FolderBlobs(house.settings.data_dir / "documents").list(f"donnees-{person_id}")


def copy_of(house):
    with open_session(house.settings.database_url) as session, reading(session):
        return copies.over(session, whole_perimeter(session), workshop(house.settings, session).desk.clock())


def test_paper_says_in_plain_words_what_is_kept(house, nadia, tmp_path):
    house.work()
    assert "Télécharger le document du" in nadia.get(PAGE).text
    text = words(nadia, tmp_path)
    for told in ("Nadia Lemoine", TITLE, "Titre du projet", "Porteur du projet", "Données d’une personne exportées"):
        assert told in text, told


@pytest.mark.usefixtures("nadia")
def test_paper_is_that_of_its_person_alone(house):
    house.work()
    odette = house.visitor("patient_partenaire")
    assert odette.client.get(PDF).status_code == 302
    assert "Télécharger le document du" not in odette.get(PAGE).text


def test_paper_asked_for_again_takes_the_place_of_the_one_before(house, nadia):
    house.work()
    first = copy_of(house)
    nadia.post(f"{PAGE}pdf", {})
    house.work()
    second = copy_of(house)
    assert first.sha256 != second.sha256
    assert files_of(house, first.person_id) == (second.sha256,)


@pytest.mark.usefixtures("nadia")
def test_paper_is_deleted_after_its_days(house):
    house.work()
    kept = copy_of(house)
    with open_session(house.settings.database_url) as session:
        place = workshop(house.settings, session)
        outcomes = []
        for days in (COPY_DAYS - 1, COPY_DAYS + 1, COPY_DAYS + 1):
            later = replace(place.desk, clock=partial(add, kept.asked_at, timedelta(days=days)))
            outcomes.append(delete_once(later, place.blobs))
    assert (outcomes, copy_of(house), files_of(house, kept.person_id)) == ([False, True, False], None, ())
