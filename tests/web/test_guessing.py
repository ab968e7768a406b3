"""Limits by network: who tries many accounts from one place, and who must not be stopped by it."""

import pytest
from sqlalchemy import select

from questionnaire import create_app
from questionnaire.config import Settings
from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.codes import attempt
from questionnaire.storage.transaction import writing
from questionnaire.web import guessing
from tests.journeys.house import Visitor, found_house

HERE, THERE = "192.0.2.7", "192.0.2.8"


@pytest.fixture
def behind(tmp_path):
    """The hospital, no demonstration, behind one proxy."""
    found_house(tmp_path)
    settings = Settings.read(
        {
            "DATA_DIR": str(tmp_path),
            "SECRET_KEY": "x" * 32,
            "PUBLIC_URL": "http://localhost",
            "TRUSTED_PROXIES": "1",
        }
    )
    app = create_app(settings)
    app.config["TESTING"] = True
    with open_session(settings.database_url) as session, writing(session):
        session.execute(attempt.delete())
    return app


def sign_in(app, network, email="qualite@demo.example", password="wrong"):  # noqa: S107  # nobody's
    visitor = Visitor(app.test_client())
    visitor.get("/connexion")
    data = {"_csrf": visitor.token, "email": email, "password": password}
    return visitor.client.post("/connexion", data=data, headers={"X-Forwarded-For": network}).status_code


def numbers(app):
    with open_session(app.config["SQLALCHEMY_DATABASE_URI"]) as session:
        return sorted(session.scalars(select(attempt.c.number)))


def exhaust(app):
    with open_session(app.config["SQLALCHEMY_DATABASE_URI"]) as session, writing(session):
        session.execute(attempt.update().values(number=guessing.NETWORK.number))


def test_one_network_tries_so_many_accounts_only(behind):
    sign_in(behind, HERE, "personne@demo.example")
    exhaust(behind)
    statuses = [sign_in(behind, network, "qualite@demo.example", PASSWORD) for network in (HERE, THERE)]
    assert statuses == [429, 302]


def test_codes_are_counted_by_network_too(behind):
    sign_in(behind, HERE, "personne@demo.example")
    exhaust(behind)
    visitor = Visitor(behind.test_client())
    visitor.get("/connexion/code/")
    data = {"_csrf": visitor.token, "email": "qualite@demo.example"}
    statuses = [
        visitor.client.post("/connexion/code/", data=data, headers={"X-Forwarded-For": network}).status_code
        for network in (HERE, THERE)
    ]
    assert statuses == [429, 302]


def test_what_a_visitor_says_of_their_own_address_is_not_believed(behind):
    sign_in(behind, HERE, "personne@demo.example")
    exhaust(behind)
    assert sign_in(behind, f"198.51.100.1, {HERE}") == 429


def test_right_passwords_are_not_counted(behind):
    assert sign_in(behind, HERE, password=PASSWORD) == 302
    assert numbers(behind) == [0]


@pytest.mark.parametrize(
    "networks, counts",
    [(["2001:db8:0:1::1", "2001:db8:0:1:ffff::2"], [1, 1, 2]), ([HERE, THERE], [1, 1, 1, 1]), (["unknown"], [1])],
)
def test_network_is_what_an_address_says_of_it(behind, networks, counts):
    for number, network in enumerate(networks):
        sign_in(behind, network, f"personne{number}@demo.example")
    assert numbers(behind) == counts


def test_a_proxy_that_is_not_told_stands_for_nobody(tmp_path):
    app = found_house(tmp_path).app
    with open_session(app.config["SQLALCHEMY_DATABASE_URI"]) as session, writing(session):
        session.execute(attempt.delete())
    visitor = Visitor(app.test_client())
    visitor.get("/connexion")
    visitor.post("/connexion", {"email": "personne@demo.example", "password": "wrong"})
    assert numbers(app) == [1]


def test_right_password_before_a_second_step_is_not_counted(behind):
    with open_session(behind.config["SQLALCHEMY_DATABASE_URI"]) as session, writing(session):
        session.execute(account.update().where(account.c.email == "qualite@demo.example").values(tf_totp_secret="x"))
    assert sign_in(behind, HERE, "qualite@demo.example", PASSWORD) == 302
    assert numbers(behind) == [0]
