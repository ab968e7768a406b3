"""A session that ends in the middle of a page: what was typed is saved once the same person is back."""

import pytest

from questionnaire.journeys.demonstration.founding import PASSWORD
from tests.journeys.house import House, Visitor


@pytest.fixture
def interrupted(house: House) -> tuple[Visitor, str, dict[str, str]]:
    """A page with something typed in it, whose session is gone."""
    porteur = house.visitor("porteur_projet")
    section = f"{porteur.begin()}/parties/identite/"
    page = porteur.get(section)
    typed = {
        "_csrf": porteur.token,
        "_rev": page.hidden("_rev"),
        "_who": page.hidden("_who"),
        "titre": "Accueillir les familles ensemble",
    }
    porteur.client.delete_cookie("session")
    return porteur, section, typed


def sign_in(visitor: Visitor, email: str, then: str):
    visitor.get("/connexion")
    return visitor.post(f"/connexion?next={then}", {"email": email, "password": PASSWORD})


def test_a_page_posted_after_the_session_is_saved_when_its_author_is_back(interrupted):
    porteur, section, typed = interrupted
    asked = porteur.post(section, typed)
    assert "ce que vous avez écrit sera enregistré" in asked.text
    page = sign_in(porteur, "porteur_projet@demo.example", section)
    assert "Ce que vous aviez écrit avant de vous reconnecter est enregistré." in page.text
    assert "Accueillir les familles ensemble" in page.text


def test_another_person_who_signs_in_saves_nothing(interrupted):
    porteur, section, typed = interrupted
    porteur.post(section, typed)
    page = sign_in(porteur, "copilote@demo.example", "/")
    assert "Accueillir les familles ensemble" not in page.text
    porteur.client.delete_cookie("session")
    assert "Accueillir les familles ensemble" in sign_in(porteur, "porteur_projet@demo.example", section).text


def test_an_autosave_after_the_session_says_that_nothing_is_lost(interrupted):
    porteur, section, typed = interrupted
    reply = porteur.post(section, typed, follow=False, headers={"HX-Request": "true"})
    assert (reply.status, "Rien n’est perdu" in reply.text) == (422, True)


def test_a_forged_mark_keeps_nothing(interrupted):
    porteur, section, typed = interrupted
    page = porteur.post(section, {**typed, "_who": "WzEsImFiYyJd.aaaa.bbbb"})
    assert page.status == 400
    assert "Accueillir" not in sign_in(porteur, "porteur_projet@demo.example", section).text


def test_an_answer_given_otherwise_meanwhile_is_told_and_not_overwritten(house: House, interrupted):
    porteur, section, typed = interrupted
    other = house.visitor("porteur_projet")
    other.answer(section.partition("/parties")[0], "identite", {"titre": "Un autre titre pour ce projet"})
    porteur.post(section, typed)
    page = sign_in(porteur, "porteur_projet@demo.example", section)
    assert "Vous aviez écrit «\u00a0Accueillir les familles ensemble\u00a0»" in page.text
    assert "Un autre titre pour ce projet" in page.text
