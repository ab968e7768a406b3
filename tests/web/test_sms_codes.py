"""Signing in by a code sent by SMS: to numbers that an administrator made sure of, where a provider is declared."""

import re

import pytest
from sqlalchemy import select

from questionnaire.cli.mail_server import sms_of
from questionnaire.cli.runner import workshop
from questionnaire.journeys.entering.limiting import spend
from questionnaire.journeys.entering.mail_codes import SMS_LIMIT
from questionnaire.journeys.letters.mailing import send_once
from questionnaire.storage.database import open_session
from questionnaire.storage.outbox import Channel, LetterState
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.organisations import person
from tests.journeys.house import House, Visitor, found_house
from tests.messages.switchboard import answering

ODETTE = "patient_partenaire@demo.example"
MOBILE = "+33612345678"
BUTTON = "Recevoir plutôt un code par SMS"
FILE = """
url = "http://127.0.0.1:{port}/sms"
[body]
to = "{{to}}"
text = "{{text}}"
"""


@pytest.fixture
def board():
    with answering() as found:
        yield found


@pytest.fixture
def house(tmp_path, board) -> House:
    path = tmp_path / "sms.toml"
    path.write_text(FILE.format(port=board.port))
    return found_house(tmp_path / "data", SMS_FILE=str(path))


@pytest.fixture
def stranger(house) -> Visitor:
    return Visitor(house.app.test_client())


def page_of(house: House, email: str) -> str:
    """The address of somebody among the people administered."""
    listed = house.visitor("admin").get(f"/administration/personnes/?q={email}").text
    found = re.search(r'href="(/administration/personnes/[a-z0-9]{20})"', listed)
    assert found
    return found[1]


def give(house: House, typed: str, email: str = ODETTE):
    """An administrator writes a mobile number."""
    url, admin = page_of(house, email), house.visitor("admin")
    kept = admin.get(f"{url}/identite").text
    fields = {name: value for name, value in re.findall(r'name="(\w+)"[^>]*? value="([^"]*)"', kept) if name != "_csrf"}
    return admin.post(f"{url}/identite", {**fields, "mobile": typed})


def letters(house: House, channel: Channel):
    with open_session(house.settings.database_url) as session:
        return session.execute(select(letter).where(letter.c.channel == channel).order_by(letter.c.created_at)).all()


def ask(stranger: Visitor, address: str = ODETTE):
    stranger.get("/connexion/code/")
    stranger.post("/connexion/code/", {"email": address})
    return stranger.post("/connexion/code/sms", {})


def test_a_code_by_sms_opens_the_session_and_nothing_else_is_in_the_message(house, stranger, board, caplog):
    assert "06\u00a012\u00a034\u00a056\u00a078" in give(house, "06 12 34 56 78").text
    assert "envoyé par SMS à son numéro de mobile, ou par courriel" in ask(stranger).text
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        assert [send_once(desk, None, sms_of(house.settings)) for _ in range(2)] == [True, False]
    ((_, _, body),) = board.taken
    (code,) = re.findall(r'"text": "(\d{6}) ', body)
    assert (MOBILE in body, "Odette" in body, code in caplog.text) == (True, False, False)
    (kept,) = letters(house, Channel.SMS)
    assert (kept.state, kept.text, kept.address) == (LetterState.SENT, "", MOBILE)
    assert "Bonjour" in stranger.post("/connexion/code/saisie", {"code": code}).text


def test_the_code_by_mail_no_longer_serves_once_one_goes_by_sms(house, stranger):
    give(house, "06 12 34 56 78")
    ask(stranger)
    (mailed,) = (each for each in letters(house, Channel.MAIL) if each.kind == "sign_in_code")
    code = re.findall(r"\b\d{6}\b", mailed.text)[0]
    assert stranger.post("/connexion/code/saisie", {"code": code}).status == 422


@pytest.mark.parametrize("address", [ODETTE, "personne@exemple.fr"])
def test_without_a_number_the_same_is_said_and_who_has_an_account_is_written_to(house, stranger, address):
    assert (
        f"Si un compte existe à l’adresse {address}, un code vient d’être envoyé par SMS" in ask(stranger, address).text
    )
    assert letters(house, Channel.SMS) == []
    assert len(letters(house, Channel.MAIL)) == (2 if address == ODETTE else 0)


def test_messages_are_counted_for_an_address(house, stranger):
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        for _ in range(SMS_LIMIT.number):
            spend(desk, SMS_LIMIT, ODETTE)
    page = ask(stranger)
    assert (page.status, SMS_LIMIT.told in page.text, letters(house, Channel.SMS)) == (429, True, [])


def test_nobody_gets_a_message_without_having_asked_by_address(stranger):
    stranger.get("/connexion/code/")
    assert stranger.post("/connexion/code/sms", {}).url.startswith("/connexion/code/")


@pytest.mark.parametrize("typed", ["01 23 45 67 89", "odette"])
def test_what_is_no_mobile_number_is_said_beside_its_field(house, typed):
    page = give(house, typed)
    assert (page.status, "Écrivez un numéro de mobile" in page.text) == (422, True)


def test_a_number_is_taken_back(house):
    give(house, "06 12 34 56 78")
    assert "Téléphone mobile" not in give(house, "").text
    with open_session(house.settings.database_url) as session:
        assert session.scalars(select(person.c.mobile).distinct()).all() == [None]


def test_without_a_provider_nothing_is_offered_and_a_number_stays(tmp_path):
    house = found_house(tmp_path / "none")
    with open_session(house.settings.database_url) as session:
        session.execute(person.update().values(mobile=MOBILE))
        session.commit()
    stranger = Visitor(house.app.test_client())
    stranger.get("/connexion/code/")
    page = stranger.post("/connexion/code/", {"email": ODETTE})
    assert BUTTON not in page.text
    assert stranger.post("/connexion/code/sms", {}).status == 404
    assert "mobile" not in house.visitor("admin").get(f"{page_of(house, ODETTE)}/identite").text
    assert give(house, "").status == 200
    with open_session(house.settings.database_url) as session:
        assert session.scalars(select(person.c.mobile).distinct()).all() == [MOBILE]
