"""Sessions of browsers: listed on « Mon compte », closed from another browser, seen now and then."""

import re

import pytest
from sqlalchemy import func, select

from questionnaire.journeys.entering.idling import LOOK
from questionnaire.journeys.entering.staying import digest_of
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.deeds import deed
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.journeys.house import Visitor, found_house, now

NADIA = "porteur_projet@demo.example"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def phone(house):
    """Nadia's telephone, signed in after the computer of each test."""

    def sign_in():
        visitor = Visitor(house.app.test_client())
        visitor.client.environ_base["HTTP_USER_AGENT"] = PHONE
        visitor.sign_in(NADIA)
        return visitor

    return sign_in


def rows(house):
    with open_session(house.settings.database_url) as session:
        own = select(session_opened).join(account, account.c.id == session_opened.c.account_id)
        return session.execute(own.where(account.c.email == NADIA)).all()


def age(house, by):
    """Put the last use of every session back."""
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(session_opened.update().values(seen_at=now() - by))


def is_in(visitor):
    return visitor.client.get("/").status_code == 200


def test_account_page_names_each_browser_and_this_one_first(house, phone):
    computer = house.visitor("porteur_projet")
    phone()
    text = computer.get("/compte/").text
    assert text.index("Navigateur inconnu, sur un appareil inconnu") < text.index("Safari, sur un iPhone")
    assert text.count("C’est la session que vous utilisez") == 1
    assert text.count("Fermer cette session") == 1


def test_name_in_the_header_leads_to_the_account(house):
    assert house.visitor("porteur_projet").get("/").links("/compte/") == ["/compte/"]


def test_cookie_is_kept_as_a_digest_only(house):
    visitor = house.visitor("porteur_projet")
    with visitor.client.session_transaction() as kept:
        assert [row.digest for row in rows(house)] == [digest_of(kept["opened"])]


def test_session_closed_from_another_browser_ends_at_its_next_request(house, phone):
    computer = house.visitor("porteur_projet")
    away = phone()
    (close,) = re.findall(r'action="(/compte/sessions/[a-z0-9]+/fermer)"', computer.get("/compte/").text)
    assert "La session est fermée." in computer.post(close, {}).text
    assert (is_in(computer), is_in(away)) == (True, False)
    assert "Votre session est terminée. Reconnectez-vous" in away.get("/").text


def test_what_is_typed_in_a_closed_session_is_kept(house, phone):
    computer, away = house.visitor("porteur_projet"), phone()
    section = f"{away.begin()}/parties/identite/"
    page = away.get(section)
    typed = {"_rev": page.hidden("_rev"), "_who": page.hidden("_who"), "titre": "Accueillir ensemble"}
    computer.get("/compte/")
    computer.post("/compte/sessions/fermer-les-autres", {})
    assert "ce que vous avez écrit sera enregistré" in away.post(section, typed).text
    away.sign_in(NADIA)
    assert "Accueillir ensemble" in away.get(section).text


def test_all_other_sessions_are_closed_at_once(house, phone):
    computer, first, second = house.visitor("porteur_projet"), phone(), phone()
    other_person = house.visitor("qualite")
    computer.get("/compte/")
    assert "Fermer toutes les autres" not in computer.post("/compte/sessions/fermer-les-autres", {}).text
    assert [is_in(visitor) for visitor in (computer, first, second, other_person)] == [True, False, False, True]


def test_nobody_closes_the_session_of_another_person(house):
    nadia, other = house.visitor("porteur_projet"), house.visitor("qualite")
    other.get("/compte/")
    assert other.post(f"/compte/sessions/{rows(house)[0].id}/fermer", {}).status == 200
    assert is_in(nadia)


def test_cookie_copied_before_signing_out_opens_nothing(house):
    nadia = house.visitor("porteur_projet")
    cookie = nadia.client.get_cookie("session").value
    nadia.get("/")
    nadia.post("/deconnexion", {})
    thief = house.app.test_client()
    thief.set_cookie("session", cookie)
    assert (thief.get("/").status_code, rows(house)) == (302, [])


def test_use_is_written_again_after_some_minutes_only(house):
    nadia = house.visitor("porteur_projet")
    age(house, LOOK / 2)
    kept = rows(house)[0].seen_at
    nadia.get("/")
    assert rows(house)[0].seen_at == kept
    age(house, LOOK)
    kept = rows(house)[0].seen_at
    nadia.get("/")
    assert rows(house)[0].seen_at - kept >= LOOK


def test_page_that_calls_by_itself_is_no_use(house):
    nadia = house.visitor("porteur_projet")
    draft = nadia.begin()
    nadia.get(draft)
    age(house, LOOK)
    kept = rows(house)[0].seen_at
    assert nadia.post(f"{draft}/parties/identite/presence", {}).status < 300
    assert rows(house)[0].seen_at == kept


def test_closing_from_afar_is_in_the_audit_log(house, phone):
    computer = house.visitor("porteur_projet")
    phone()
    computer.get("/compte/")
    computer.post("/compte/sessions/fermer-les-autres", {})
    with open_session(house.settings.database_url) as session:
        noted = select(func.count()).select_from(deed).where(deed.c.kind == "session_closed")
        assert session.execute(noted).scalar_one() == 1
