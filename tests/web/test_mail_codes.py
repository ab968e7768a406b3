"""Signing in by a code sent by mail, with and without a password of one's own."""

import logging
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.journeys.entering.mail_codes import LASTING, LIMITS, TRIES
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.codes import attempt, sign_in_code
from questionnaire.storage.tables.identities import identity
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing
from questionnaire.web import guessing, recovering
from questionnaire.web.extensions import db
from tests.journeys.house import Visitor, found_house, now
from tests.storage.statements import counted

ODETTE = "patient_partenaire@demo.example"
NEW = "trois cygnes sous la pluie"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def stranger(house):
    return Visitor(house.app.test_client())


def run(house, *statements):
    with open_session(house.settings.database_url) as session, writing(session):
        for statement in statements:
            session.execute(statement)


def letters(house, kind="sign_in_code"):
    with open_session(house.settings.database_url) as session:
        return session.execute(select(letter).where(letter.c.kind == kind).order_by(letter.c.created_at)).all()


def last_code(house):
    return re.findall(r"\b\d{6}\b", letters(house)[-1].text)[0]


def other_than(code):
    return f"{(int(code) + 1) % 1_000_000:06}"


def ask(visitor, address=ODETTE, target=""):
    url = f"/connexion/code/{target}"
    visitor.get(url)
    return visitor.post(url, {"email": address})


def give(visitor, code):
    return visitor.post("/connexion/code/saisie", {"code": code})


def is_in(visitor):
    return visitor.client.get("/").status_code == 200


def enter(house, visitor):
    ask(visitor)
    return give(visitor, last_code(house))


def test_sign_in_page_leads_to_the_code_and_keeps_the_page_asked_for(stranger):
    page = stranger.get("/archives/?page=1")
    assert page.links(r"/connexion/code/[^\"]*") == ["/connexion/code/?next=/archives/?page%3D1"]


def test_code_opens_the_account_and_leads_to_the_page_asked_for(house, stranger):
    assert "Si un compte existe" in ask(stranger, target="?next=/lexique").text
    assert give(stranger, last_code(house)).url == "/lexique"
    assert is_in(stranger)


def test_account_without_password_is_entered_by_a_code(house, stranger):
    run(house, account.update().where(account.c.email == ODETTE).values(password=""))
    assert "Bonjour" in enter(house, stranger).text


@pytest.mark.parametrize(
    "typed", [lambda c: f"{c[:3]} {c[3:]}", lambda c: f"\u00a0{c}\n", lambda c: f"{c[:3]}-{c[3:]}"]
)
def test_code_may_be_typed_in_groups(house, stranger, typed):
    ask(stranger)
    give(stranger, typed(last_code(house)))
    assert is_in(stranger)


@pytest.mark.parametrize("address", [ODETTE.upper(), f"  {ODETTE} "])
def test_address_is_known_however_it_is_typed(house, stranger, address):
    ask(stranger, address)
    assert [row.address for row in letters(house)] == [ODETTE]


def test_answer_is_the_same_for_an_address_without_account(house):
    told = []
    for address in (ODETTE, "personne@demo.example"):
        visitor = Visitor(house.app.test_client())
        asked = ask(visitor, address).text.replace(address, "?")
        refused = give(visitor, "x").text.replace(address, "?")
        told.append(re.sub(r'(name="_csrf" value)="[^"]*"', r"\1", asked + refused))
    assert told[0] == told[1]
    assert len(letters(house)) == 1


def test_same_work_is_done_for_an_address_without_account(house):
    done = []
    for address in (ODETTE, "personne@demo.example"):
        visitor = Visitor(house.app.test_client())
        visitor.get("/connexion/code/")
        with house.app.app_context():
            engine = db.engine
        with counted(engine) as sent:
            visitor.client.post("/connexion/code/", data={"_csrf": visitor.token, "email": address})
        done.append([text[:40] for text in sent if "SAVEPOINT" not in text])
    known, unknown = ([text for text in each if text.startswith(("INSERT", "UPDATE", "DELETE"))] for each in done)
    assert (known, len(done[0])) == (unknown, len(done[1]))


def test_neither_code_nor_address_is_logged(house, stranger, caplog):
    caplog.set_level(logging.DEBUG)
    ask(stranger)
    code = last_code(house)
    give(stranger, other_than(code))
    give(stranger, code)
    assert [secret for secret in (code, ODETTE) if secret in caplog.text] == []


def test_code_asked_for_again_replaces_the_one_before(house, stranger):
    ask(stranger)
    first = last_code(house)
    ask(stranger)
    if first != last_code(house):
        assert give(stranger, first).status == 422
    give(stranger, last_code(house))
    assert is_in(stranger)


def test_closed_account_gets_no_letter(house, stranger):
    run(house, account.update().where(account.c.email == ODETTE).values(active=False))
    ask(stranger)
    assert letters(house) == []


def test_account_closed_meanwhile_is_not_entered(house, stranger):
    ask(stranger)
    run(house, account.update().where(account.c.email == ODETTE).values(active=False))
    give(stranger, last_code(house))
    assert not is_in(stranger)


@pytest.mark.parametrize("password, written", [("", 0), ("kept", 1)])
def test_those_whom_a_provider_alone_lets_in_get_no_letter(house, stranger, password, written):
    with open_session(house.settings.database_url) as session:
        account_id = session.execute(select(account.c.id).where(account.c.email == ODETTE)).scalar_one()
    values = {"issuer": "https://sso.example", "subject": "1", "account_id": account_id, "opened": True}
    run(
        house,
        identity.insert().values(**values, since=now(), last_at=now()),
        account.update().where(account.c.email == ODETTE).values(password=password),
    )
    ask(stranger)
    assert len(letters(house)) == written


def test_code_is_good_once(house, stranger):
    enter(house, stranger)
    cookie = stranger.client.get_cookie("session").value
    stranger.post("/deconnexion", {})
    again = Visitor(house.app.test_client())
    ask(again, "personne@demo.example")
    give(again, last_code(house))
    assert (is_in(again), bool(cookie)) == (False, True)


def test_cookie_copied_before_the_code_was_used_opens_nothing(house, stranger):
    ask(stranger)
    copy = house.app.test_client()
    copy.set_cookie("session", stranger.client.get_cookie("session").value)
    thief = Visitor(copy, token=stranger.token)
    give(stranger, last_code(house))
    give(thief, last_code(house))
    assert (is_in(stranger), is_in(thief)) == (True, False)


def test_code_opens_nothing_in_another_browser(house, stranger):
    ask(stranger)
    other = Visitor(house.app.test_client())
    ask(other, "personne@demo.example")
    assert give(other, last_code(house)).status == 422
    assert not is_in(other)


def test_code_is_over_after_ten_minutes(house, stranger):
    ask(stranger)
    (sent,) = letters(house)
    with open_session(house.settings.database_url) as session:
        expires_at = session.execute(select(sign_in_code.c.expires_at)).scalar_one()
    assert abs(expires_at - sent.created_at - LASTING) < timedelta(seconds=5)
    run(house, sign_in_code.update().values(expires_at=now()))
    assert give(stranger, last_code(house)).status == 422
    assert not is_in(stranger)


def test_last_try_is_good_and_the_one_after_is_not(house):
    for wrong, entered in ((TRIES - 1, True), (TRIES, False)):
        visitor = Visitor(house.app.test_client())
        ask(visitor)
        code = last_code(house)
        for _ in range(wrong):
            page = give(visitor, other_than(code))
            assert (page.status, page.text.count('aria-invalid="true"')) == (422, 1)
        give(visitor, code)
        assert is_in(visitor) is entered


def test_tries_are_counted_for_the_code_not_for_the_cookie(house, stranger):
    ask(stranger)
    code, cookie = last_code(house), stranger.client.get_cookie("session").value
    for _ in range(TRIES):
        copy = house.app.test_client()
        copy.set_cookie("session", cookie)
        give(Visitor(copy, token=stranger.token), other_than(code))
    give(stranger, code)
    assert not is_in(stranger)


def test_codes_are_sent_to_an_address_so_often_only(house):
    statuses = [ask(Visitor(house.app.test_client())).status for _ in range(LIMITS[0].number + 1)]
    assert statuses == [200] * LIMITS[0].number + [429]
    assert len(letters(house)) == LIMITS[0].number
    run(house, attempt.update().values(since=now() - LIMITS[0].window))
    assert ask(Visitor(house.app.test_client())).status == 200


def test_code_and_its_secret_are_nowhere_in_clear_but_in_the_letter(house, stranger):
    ask(stranger)
    with stranger.client.session_transaction() as kept, open_session(house.settings.database_url) as session:
        (row,) = session.execute(select(sign_in_code)).all()
        assert kept["mail_code"]["secret"] not in {row.asker, row.code}
    assert last_code(house) not in {row.asker, row.code}
    assert [row.secret for row in letters(house)] == [True]


@pytest.mark.parametrize(
    "address", ["", "pas une adresse", "x" * 300 + "@demo.example", "\0@demo.example", "\ud7ff@x.fr"]
)
def test_address_that_is_none_is_asked_again(stranger, address):
    page = ask(stranger, address)
    assert (page.status, page.text.count('aria-invalid="true"')) == (422, 1)
    assert "<title>Erreur" in page.text


def test_very_long_form_is_only_refused(stranger):
    assert ask(stranger, "x" * 100_000).status == 413


def test_code_page_without_a_code_on_its_way_asks_for_the_address(stranger):
    assert stranger.get("/connexion/code/saisie").url == "/connexion/code/"


def test_those_signed_in_are_sent_on(house):
    odette = house.visitor("patient_partenaire")
    assert odette.get("/connexion/code/?next=/lexique").url == "/lexique"
    assert odette.get("/connexion/code/?next=//evil.example").url == "/"


def choose(visitor, new=NEW, **more):
    visitor.get("/compte/")
    return visitor.post("/compte/mot-de-passe", {"new": new, "again": new, **more})


def test_who_forgot_their_password_chooses_another_after_a_code(house, stranger):
    enter(house, stranger)
    assert 'id="current"' not in stranger.get("/compte/").text
    assert "Votre mot de passe est changé." in choose(stranger).text
    assert 'id="current"' in stranger.get("/compte/").text
    other = Visitor(house.app.test_client())
    other.get("/connexion")
    assert "Bonjour" in other.post("/connexion", {"email": ODETTE, "password": NEW}).text
    assert [row.address for row in letters(house, "password_changed")] == [ODETTE]


def test_after_a_while_the_password_in_force_is_asked_for_again(house, stranger):
    enter(house, stranger)
    with stranger.client.session_transaction() as kept:
        key, at = kept["by_code"]
        kept["by_code"] = [key, at - recovering.LASTING.total_seconds() - 1]
    assert 'id="current"' in stranger.get("/compte/").text
    assert choose(stranger).status == 422


def test_what_a_code_allows_is_not_left_to_the_next_person(house, stranger):
    enter(house, stranger)
    stranger.get("/")
    stranger.post("/deconnexion", {})
    stranger.sign_in("porteur_projet@demo.example")
    assert choose(stranger).status == 422


def test_password_is_guessed_so_often_only_and_a_code_still_opens(house, stranger):
    run(house, attempt.delete())
    for _ in range(guessing.LIMIT.number):
        stranger.get("/connexion")
        stranger.post("/connexion", {"email": ODETTE, "password": "not the password"})
    refused = stranger.post("/connexion", {"email": ODETTE, "password": PASSWORD})
    assert (refused.status, is_in(stranger)) == (429, False)
    enter(house, stranger)
    assert is_in(stranger)


def test_signing_in_begins_the_count_anew(house, stranger):
    run(house, attempt.delete())
    for _ in range(guessing.LIMIT.number - 1):
        stranger.get("/connexion")
        stranger.post("/connexion", {"email": ODETTE, "password": "not the password"})
    stranger.sign_in(ODETTE)
    with open_session(house.settings.database_url) as session:
        assert session.execute(select(attempt.c.number)).all() == []


def test_password_is_guessed_so_often_only_from_inside(house):
    odette = house.visitor("patient_partenaire")
    statuses = [choose(odette, current="wrong").status for _ in range(guessing.LIMIT.number + 1)]
    assert statuses == [422] * guessing.LIMIT.number + [429]


def test_counts_too_old_go(house, stranger):
    run(house, attempt.insert().values(name="0" * 64, number=3, since=now() - timedelta(days=3)))
    ask(stranger)
    with open_session(house.settings.database_url) as session:
        assert "0" * 64 not in session.scalars(select(attempt.c.name)).all()
