"""A link that brings first answers: looked at, then begun; never anything that the form does not take from links."""

import re
from urllib.parse import urlencode

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, found_workshop, plain, typed

URL = "/commencer/demande"


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_kinds"))


@pytest.fixture
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


def proposed(visitor: Visitor, **given: str) -> Page:
    return visitor.get(f"{URL}?{urlencode(given)}")


def accept(visitor: Visitor, page: Page) -> Page:
    fields = dict(re.findall(r'<input type="hidden" name="((?:lien\.|projet)[^"]*)" value="([^"]*)"', page.text))
    return visitor.post(URL, fields)


def rows(page: Page) -> list[tuple[str, str]]:
    """What is asked, and what the link answers."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page.text, re.DOTALL)
    return [(plain(label), plain(said)) for label, said in found]


def test_what_is_proposed_is_shown_as_people_read_it_and_nothing_is_kept(porteur):
    before = porteur.get("/").text.count("/dossiers/")
    page = proposed(porteur, titre="Livret d’accueil", jour="2026-12-01", appui="formation")
    assert rows(page) == [
        ("Titre du projet", "Livret d’accueil"), ("Pour quel jour", "01/12/2026"), ("Quel appui", "Formation"),
    ]  # fmt: skip
    assert porteur.get("/").text.count("/dossiers/") == before


def test_the_document_begins_with_what_was_shown_and_says_where_it_comes_from(porteur):
    begun = accept(porteur, proposed(porteur, titre="Livret", jour="01/12/2026", appui="methode"))
    page = porteur.get(f"{begun.url}/parties/besoin/")
    assert [typed(page, name) for name in ("titre", "jour")] == ["Livret", "01/12/2026"]
    assert 'value="methode" checked' in page.text
    assert "le lien suivi" in plain(page.text)


def test_the_first_source_that_has_an_answer_gives_it(porteur):
    page = porteur.get(f"{accept(porteur, proposed(porteur, service='Cardiologie')).url}/parties/besoin/")
    assert typed(page, "service") == "Cardiologie"
    other = porteur.get(f"{accept(porteur, proposed(porteur, titre='x')).url}/parties/besoin/")
    assert typed(other, "service") == "Hôpital de démonstration"


def test_what_cannot_be_read_is_said_and_left_out(porteur):
    page = proposed(porteur, titre="Livret", jour="31/02/2026", appui="argent")
    said = dict(rows(page))
    assert "Le 31/02/2026 n’existe pas dans le calendrier" in said["Pour quel jour"]
    assert "Choisissez une réponse de la liste" in said["Quel appui"]
    begun = porteur.get(f"{accept(porteur, page).url}/parties/besoin/")
    assert [typed(begun, name) for name in ("titre", "jour")] == ["Livret", ""]


def test_what_the_form_takes_from_no_link_is_named_and_never_kept(porteur):
    page = proposed(porteur, prive="secret", inconnue="x")
    assert "«\u00a0prive\u00a0», «\u00a0inconnue\u00a0»" in page.text
    porteur.get("/")
    begun = porteur.post(URL, {"lien.prive": "secret", "lien.inconnue": "x"})
    assert "secret" not in porteur.get(f"{begun.url}/parties/besoin/").text


@pytest.mark.parametrize("text", ['<script>alert("x")</script>', "a" * 10_000, "{etablissement} ${titre}"])
def test_hostile_links_are_words(porteur, text):
    page = proposed(porteur, titre=text)
    assert (page.status, "<script>alert" in page.response.text) == (200, False)
    assert accept(porteur, page).status == 200


def test_who_is_not_signed_in_comes_back_to_the_link(house):
    answer = house.app.test_client().get(f"{URL}?titre=Livret")
    assert answer.status_code == 302
    assert "titre%3DLivret" in answer.location or "titre=Livret" in answer.location


def test_a_form_that_does_not_exist_is_said(porteur):
    assert porteur.get("/commencer/rien").status == 404
