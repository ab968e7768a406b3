"""Browsers known of an account: told of another one, not locked out of these."""

import pytest
from sqlalchemy import select

from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.journeys.entering.browsers import KNOWN_FOR, Browser
from questionnaire.journeys.entering.mail_codes import LIMITS
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.browsers import known_browser
from questionnaire.storage.tables.codes import attempt
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing
from questionnaire.web import browser, guessing
from tests.journeys.house import Visitor, found_house, now

ODETTE = "patient_partenaire@demo.example"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


def sign_in(house, visitor=None):
    visitor = visitor or Visitor(house.app.test_client())
    visitor.client.environ_base["HTTP_USER_AGENT"] = PHONE
    visitor.sign_in(ODETTE)
    return visitor


def sign_out(visitor):
    visitor.get("/")
    visitor.post("/deconnexion", {})


def secret_of(visitor):
    """What its browser keeps."""
    cookie = visitor.client.get_cookie(browser.COOKIE)
    assert cookie is not None
    return cookie.value


def told(house):
    with open_session(house.settings.database_url) as session:
        return session.execute(select(letter).where(letter.c.kind == "new_sign_in")).all()


def test_first_browser_of_an_account_is_no_news(house):
    sign_in(house)
    assert told(house) == []


def test_owner_is_told_of_another_browser(house):
    sign_in(house)
    sign_in(house)
    (sent,) = told(house)
    assert sent.address == ODETTE
    assert "Safari, sur un iPhone" in sent.text


def test_owner_is_not_told_of_the_same_browser_again(house):
    sign_in(house)
    second = sign_in(house)
    sign_out(second)
    sign_in(house, second)
    assert len(told(house)) == 1


def test_browser_of_somebody_else_is_another_one_for_this_account(house):
    sign_in(house)
    colleague = house.visitor("qualite")
    sign_out(colleague)
    sign_in(house, colleague)
    assert [row.address for row in told(house)] == [ODETTE]


def test_browser_not_seen_for_long_is_known_no_more(house):
    first = sign_in(house)
    sign_in(house)
    sign_out(first)
    with open_session(house.settings.database_url) as session, writing(session):
        stored = Browser(secret_of(first), "").digest
        old = known_browser.update().where(known_browser.c.digest == stored).values(seen_at=now() - KNOWN_FOR * 1.01)
        session.execute(old)
    sign_in(house, first)
    assert len(told(house)) == 2


def test_cookie_is_given_at_sign_in_alone_and_kept_from_scripts(house):
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    assert visitor.client.get_cookie(browser.COOKIE) is None
    answer = visitor.client.post("/connexion", data={"_csrf": visitor.token, "email": ODETTE, "password": PASSWORD})
    (cookie,) = [each for each in answer.headers.getlist("Set-Cookie") if each.startswith("browser=")]
    marks = ["HttpOnly", "SameSite=Lax", f"Max-Age={int(KNOWN_FOR.total_seconds())}"]
    assert [mark for mark in marks if mark not in cookie] == []


@pytest.mark.parametrize("brought", ["x" * 101, "é", ""])
def test_cookie_that_is_none_of_ours_is_replaced(house, brought):
    visitor = Visitor(house.app.test_client())
    visitor.client.set_cookie(browser.COOKIE, brought)
    sign_in(house, visitor)
    assert len(secret_of(visitor)) == 43


def test_its_secret_is_not_stored_in_clear(house):
    visitor = sign_in(house)
    with open_session(house.settings.database_url) as session:
        (stored,) = session.scalars(select(known_browser.c.digest)).all()
    kept = secret_of(visitor)
    assert (stored, stored != kept) == (Browser(kept, "").digest, True)


def exhaust(house):
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(attempt.update().values(number=max(guessing.LIMIT.number, LIMITS[1].number)))


def attempted(visitor, password):
    visitor.get("/connexion")
    data = {"_csrf": visitor.token, "email": ODETTE, "password": password}
    return visitor.client.post("/connexion", data=data).status_code


def test_strangers_who_guess_do_not_lock_the_owner_out_of_their_own_browser(house):
    own = sign_in(house)
    sign_out(own)
    stranger = Visitor(house.app.test_client())
    attempted(stranger, "wrong")
    exhaust(house)
    assert [attempted(stranger, "wrong"), attempted(own, PASSWORD)] == [429, 302]


def test_strangers_who_ask_for_codes_do_not_lock_the_owner_out_of_their_own_browser(house):
    own = sign_in(house)
    sign_out(own)
    stranger = Visitor(house.app.test_client())
    for visitor in (stranger, own):
        visitor.get("/connexion/code/")
    stranger.post("/connexion/code/", {"email": ODETTE})
    exhaust(house)
    assert [visitor.post("/connexion/code/", {"email": ODETTE}).status for visitor in (stranger, own)] == [429, 200]


def test_known_browser_is_limited_too(house):
    own = sign_in(house)
    sign_out(own)
    attempted(own, "wrong")
    exhaust(house)
    assert attempted(own, PASSWORD) == 429
