"""Signing in and out."""

import re

import pytest

from questionnaire.journeys.demonstration.founding import PASSWORD
from tests.journeys.house import Visitor

ACCOUNT = {"email": "qualite@demo.example", "password": PASSWORD}


@pytest.fixture
def stranger(place):
    visitor = Visitor(place.house.app.test_client())
    visitor.get("/connexion")
    return visitor


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/x",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
    ],
)
@pytest.mark.parametrize("place_of_next", ["query", "form"])
def test_nobody_is_led_to_another_site(stranger, target, place_of_next):
    data = {"_csrf": stranger.token, **ACCOUNT, **({"next": target} if place_of_next == "form" else {})}
    query = {"next": target} if place_of_next == "query" else {}
    answer = stranger.client.post("/connexion", data=data, query_string=query)
    location = answer.headers.get("Location", "/")
    assert location.startswith(("/%5C", "%5C", "/")), location
    assert not location.startswith(("//", "/\\"))


def test_person_comes_back_to_the_page_asked_for(stranger):
    asked = stranger.client.get("/archives/?page=1")
    answer = stranger.client.post(asked.location, data={"_csrf": stranger.token, **ACCOUNT})
    assert answer.location == "/archives/?page=1"


def test_both_refusals_say_the_same(place):
    said = []
    for email in ("qualite@demo.example", "nobody@demo.example"):
        visitor = Visitor(place.house.app.test_client())
        visitor.get("/connexion")
        page = visitor.post("/connexion", {"email": email, "password": "not the password"})
        said.append(re.findall(r'class="(?:error-text|notice)"[^>]*>.*?</p>', page.text))
    assert (said[0] == said[1], len(said[0])) == (True, 1)


def test_signing_out_closes_the_session(place):
    quality = place.visitor("qualite")
    quality.get("/")
    assert quality.post("/deconnexion", {}, follow=False).status == 302
    assert quality.client.get("/archives/").status_code == 302


def test_signing_out_by_a_link_is_refused(place):
    quality = place.visitor("qualite")
    assert quality.client.get("/deconnexion").status_code == 405
    assert quality.client.get("/archives/").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "\0", "password": "\0"},
        {"email": "x" * 100_000 + "@demo.example", "password": PASSWORD},
        {"email": ACCOUNT["email"], "password": "x" * 1_000_000},
        {"email": "qualité@démo.example", "password": "\ud7ff"},
        {},
    ],
)
def test_hostile_sign_in_is_only_refused(stranger, fields):
    page = stranger.post("/connexion", fields)
    assert (page.status in {200, 413}, "Bonjour" in page.text, "Traceback" in page.text) == (True, False, False)


def test_no_token_is_given_to_programs_nor_taken_from_them(stranger):
    """The session of a browser, which its owner closes from afar, is the one way in."""
    answer = stranger.client.post(
        "/connexion?include_auth_token",
        json=ACCOUNT,
        headers={"X-CSRFToken": stranger.token, "Accept": "application/json"},
    )
    assert (answer.mimetype, b"token" in answer.data) == ("text/html", False)
    app = stranger.client.application
    with app.test_request_context():
        token = load_user_of(app).get_auth_token()
    for header in ({"Authentication-Token": token}, {"Authorization": f"Bearer {token}"}, {}):
        asked = app.test_client().get("/compte/", headers=header, query_string={"auth_token": token})
        assert (asked.status_code, asked.headers["Location"].partition("?")[0]) == (302, "/connexion")


def load_user_of(app):
    """The account of ACCOUNT, as the library of accounts has it."""
    return app.extensions["security"].datastore.find_user(email=ACCOUNT["email"])


def test_who_asks_for_json_gets_a_page(stranger):
    for url in ("/connexion", "/compte/"):
        answer = stranger.client.get(url, headers={"Accept": "application/json"})
        assert (answer.status_code in {200, 302}, answer.mimetype) == (True, "text/html")
