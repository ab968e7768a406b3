"""What a person reads when something cannot be done."""

import re
import time

import pytest
from sqlalchemy import text

from questionnaire.errors import QuestionnaireError
from questionnaire.storage.database import PATIENCE, open_engine
from questionnaire.web.errors import HTTP, STATUS
from tests.scenes import scenes_in


@pytest.fixture
def own(tmp_path_factory, tmp_path):
    """An installation that the test may break."""
    return scenes_in(tmp_path_factory.getbasetemp()).copy("drawn", tmp_path / "data").house


@pytest.fixture(scope="session")
def porteur(place):
    visitor = place.visitor("porteur_projet")
    visitor.get("/")
    return visitor


INSIDE = re.compile(r"Traceback|sqlalchemy|\.py\b|werkzeug|\bSELECT\b")
"""What only the inside of the house says. The letters alone also stand in the middle of tokens."""


def leaks(page):
    return INSIDE.findall(page.text)


def descendants(kind):
    return {kind}.union(*map(descendants, kind.__subclasses__()))


def test_every_error_of_the_house_has_a_status():
    kinds = descendants(QuestionnaireError)
    assert [kind for kind in kinds if not any(ancestor in STATUS for ancestor in kind.__mro__)] == []


@pytest.mark.parametrize("url", ["/nothing", "/dossiers/nothing", "/documents/nothing/", "/dossiers/%00/parties/%ff/"])
def test_address_of_nothing_is_a_french_page(porteur, url):
    page = porteur.get(url)
    assert (page.status, "introuvable" in page.text, 'lang="fr' in page.text, leaks(page)) == (404, True, True, [])


def test_address_of_nothing_is_a_french_page_for_strangers_too(place):
    page = place.house.app.test_client().get("/nothing")
    assert (page.status_code, HTTP[404][0] in page.get_data(as_text=True)) == (404, True)


def test_method_that_an_address_does_not_know_is_told_with_those_it_knows(porteur):
    page = porteur.post("/archives/", {})
    assert (page.status, HTTP[405][0] in page.text, leaks(page)) == (405, True, [])
    assert set(page.response.allow) == {"GET", "HEAD", "OPTIONS"}


def test_too_large_a_post_is_told(place, porteur):
    url = f"/dossiers/{place.draft_id}/parties/identite/"
    page = porteur.post(url, {"_rev": "0", "resume": "x" * 5_000_000})
    assert (page.status, HTTP[413][0] in page.text, leaks(page)) == (413, True, [])


@pytest.mark.parametrize(
    "url, fields, said",
    [
        ("/dossiers/nothing/parties/identite/", {"_rev": "0"}, "n’existe pas"),
        ("/dossiers/{draft}/parties/nothing/", {"_rev": "0"}, "n’existe pas"),
        ("/dossiers/{draft}/parties/identite/", {"_rev": "x"}, "Rechargez"),
        ("/nothing", {}, "Cette adresse ne mène à aucune page"),
    ],
)
def test_fragment_gets_the_line_that_says_so_where_the_person_is_looking(place, porteur, url, fields, said):
    page = porteur.post(url.format(draft=place.draft_id), fields, headers={"HX-Request": "true"})
    wanted = {"HX-Retarget": "#save-status", "HX-Reswap": "outerHTML"}
    assert (page.status, {name: page.response.headers.get(name) for name in wanted}) == (422, wanted)
    assert (said in page.text, 'id="save-status"' in page.text, "<html" in page.text) == (True, True, False)


def test_page_without_its_token_says_to_load_it_again(place):
    visitor = place.visitor("porteur_projet")
    answer = visitor.client.post("/dossiers/", data={"formulaire": "fiche_projet"})
    assert (answer.status_code, "Rechargez-la\u00a0:" in answer.get_data(as_text=True)) == (400, True)


def test_failure_of_the_database_is_a_french_page_without_a_trace(own):
    porteur = own.visitor("porteur_projet")
    engine = open_engine(own.settings.database_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE answer"))
        connection.execute(text("ALTER TABLE membership RENAME TO elsewhere"))
    engine.dispose()
    for headers in ({}, {"HX-Request": "true"}):
        answer = porteur.client.get("/", headers=headers)
        page = answer.get_data(as_text=True)
        assert (answer.status_code, HTTP[500][1] in page) == (500, True)
        assert [word for word in ("Traceback", "sqlalchemy", "no such table") if word in page] == []


def test_missing_file_is_our_fault_and_says_nothing_of_where_it_was(own):
    porteur = own.visitor("porteur_projet")
    for kept in (own.settings.data_dir / "documents").rglob("*"):
        if kept.is_file():
            kept.unlink()
    (document,) = porteur.get("/").links(r"/documents/[a-z0-9]+/(?:signer)?")
    page = porteur.get(document.removesuffix("signer") + "fichier.pdf")
    assert (page.status, "Fichier manquant" in page.text, str(own.settings.data_dir) in page.text) == (500, True, False)


def test_error_page_does_not_wait_for_those_who_write(own):
    porteur = own.visitor("porteur_projet")
    engine = open_engine(own.settings.database_url)
    with engine.connect() as connection:
        connection.execute(text("UPDATE counter SET value = value"))
        began = time.monotonic()
        answers = [porteur.client.get("/nothing").status_code, porteur.client.post("/dossiers/").status_code]
        assert (answers, time.monotonic() - began < PATIENCE) == ([404, 400], True)
        connection.rollback()
    engine.dispose()
