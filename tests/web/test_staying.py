"""Sessions end with nobody there, sooner on shared computers; one may stay, and nothing typed is lost."""

from datetime import timedelta

import pytest

from questionnaire.journeys.entering.idling import LOOK
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.organisations import organisation
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.journeys.house import Visitor, found_house, now

MINUTE = timedelta(minutes=1)
OWN, SHARED = 60 * MINUTE, 15 * MINUTE
LEFT_HEADERS = {"HX-Request": "true", "Unattended": "1"}


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


def age(house, by):
    """Put the last use of every session back."""
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(session_opened.update().values(seen_at=now() - by))


def is_in(visitor):
    return visitor.client.get("/", headers=LEFT_HEADERS).status_code == 200


def say(visitor, shared, target="/"):
    return visitor.post("/ordinateur/", {"shared": "oui" if shared else "non", "next": target})


def newcomer(house, shared=None):
    """Nadia at a browser of which she said, or not, whether it is shared, before she signed in."""
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    if shared is not None:
        say(visitor, shared, "/connexion")
    visitor.sign_in("porteur_projet@demo.example")
    return visitor


@pytest.mark.parametrize("shared, limit", [(None, OWN), (False, OWN), (True, SHARED)])
def test_session_ends_when_nobody_was_there_for_so_long(house, shared, limit):
    nadia = newcomer(house, shared)
    age(house, limit)
    assert is_in(nadia)
    age(house, limit + LOOK)
    assert not is_in(nadia)
    assert "Votre session est terminée. Reconnectez-vous" in nadia.get("/").text


def test_session_in_use_ends_a_day_after_signing_in(house):
    nadia = newcomer(house)
    for hours, stays in ((23, True), (24, False)):
        with open_session(house.settings.database_url) as session, writing(session):
            session.execute(session_opened.update().values(since=now() - timedelta(hours=hours)))
        assert is_in(nadia) is stays


def test_ended_session_never_comes_back(house):
    nadia = newcomer(house)
    age(house, OWN + LOOK)
    assert not is_in(nadia)
    age(house, timedelta())
    assert not is_in(nadia)


def test_page_left_comes_back_after_signing_in(house):
    nadia = newcomer(house)
    draft = nadia.begin()
    age(house, OWN + LOOK)
    assert nadia.client.get(draft).headers["Location"] == f"/connexion?next={draft}"


def test_establishment_may_take_its_computers_for_shared(house):
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(
            organisation.update().values(
                own='{"settings": {"shared_computers": true}}', shown='{"settings": {"shared_computers": true}}'
            )
        )
    assert "Quitter cet ordinateur partagé" in newcomer(house).get("/").text
    assert "Se déconnecter" in newcomer(house, shared=False).get("/").text


def test_time_left_is_told_and_asking_is_no_presence(house):
    nadia = newcomer(house)
    age(house, 50 * MINUTE)
    answer = nadia.client.get("/session/", headers=LEFT_HEADERS)
    assert (answer.status_code, answer.text.count("<dialog")) == (200, 1)
    assert 600 < int(answer.headers["Session-Left"]) <= 660
    assert int(nadia.client.get("/session/", headers=LEFT_HEADERS).headers["Session-Left"]) <= 660


def test_staying_gives_the_whole_time_again(house):
    nadia = newcomer(house)
    age(house, 50 * MINUTE)
    token = nadia.token
    answer = nadia.client.post("/session/", data={"_csrf": token}, headers={"HX-Request": "true"})
    assert int(answer.headers["Session-Left"]) > 3600
    age(house, 50 * MINUTE)
    assert "Votre session est prolongée." in nadia.post("/session/", {}).text
    assert int(nadia.client.get("/session/", headers=LEFT_HEADERS).headers["Session-Left"]) > 3600


def test_the_page_of_the_session_says_all_without_script(house):
    nadia = newcomer(house, shared=True)
    page = nadia.get("/session/").text
    assert "Elle se terminera dans 15\u00a0minutes si vous ne faites rien." in page
    assert "Rester connecté" in page
    assert "C’est mon ordinateur, à moi seul" in page


def test_ended_session_has_no_time_left_to_tell(house):
    nadia = newcomer(house)
    age(house, OWN + LOOK)
    assert nadia.client.get("/session/", headers=LEFT_HEADERS).status_code == 401


def test_saying_that_a_computer_is_shared_shortens_the_open_session_too(house):
    nadia = newcomer(house)
    assert "cet ordinateur est partagé" in say(nadia, shared=True, target="/compte/").text
    assert int(nadia.client.get("/session/", headers=LEFT_HEADERS).headers["Session-Left"]) <= 16 * 60
    assert "cet ordinateur est le vôtre" in say(nadia, shared=False, target="/compte/").text
    assert int(nadia.client.get("/session/", headers=LEFT_HEADERS).headers["Session-Left"]) > 16 * 60


def test_browser_remembers_whose_computer_it_is_and_fills_nothing_in(house):
    nadia = newcomer(house, shared=True)
    nadia.post("/deconnexion", {})
    page = nadia.get("/connexion").text
    assert page.count('autocomplete="off"') == 2
    assert 'autocomplete="username"' in Visitor(house.app.test_client()).get("/connexion").text
    nadia.sign_in("qualite@demo.example")
    assert "Quitter cet ordinateur partagé" in nadia.get("/").text


def test_nobody_is_sent_elsewhere_after_saying_so(house):
    nadia = newcomer(house)
    answer = nadia.client.post(
        "/ordinateur/", data={"_csrf": nadia.token, "shared": "oui", "next": "https://x.example"}
    )
    assert answer.headers["Location"] == "/"


def test_text_sent_too_late_is_given_back(house):
    nadia = newcomer(house)
    draft = nadia.begin()
    nadia.get(draft)
    age(house, OWN + LOOK)
    answer = nadia.client.post(
        f"{draft}/commentaires/question?sur=titre",
        data={"_csrf": nadia.token, "text": "Un long <b>commentaire</b>", "code": "12 34"},
        headers={"Referer": f"http://localhost{draft}/commentaires/"},
    )
    assert answer.status_code == 401
    assert "Un long &lt;b&gt;commentaire&lt;/b&gt;" in answer.text
    assert "12 34" not in answer.text
    assert f'href="/connexion?next={draft}/commentaires/"' in answer.text
    fragment = nadia.client.post(
        f"{draft}/commentaires/question?sur=titre",
        data={"_csrf": nadia.token, "text": "Un autre commentaire"},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://localhost{draft}"},
    )
    assert (fragment.status_code, fragment.headers["HX-Retarget"]) == (422, "body")
    assert "Un autre commentaire" in fragment.text


def test_pages_of_before_ask_to_sign_in_where_nothing_was_typed(house):
    nadia = newcomer(house)
    age(house, OWN + LOOK)
    answer = nadia.client.post("/compte/sessions/fermer-les-autres", data={"_csrf": nadia.token})
    assert (answer.status_code, answer.headers["Location"][:10]) == (302, "/connexion")
