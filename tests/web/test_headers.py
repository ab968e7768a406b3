"""The headers of every answer, errors included."""

import re

import pytest

from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.web.headers import CONTENT_POLICY
from questionnaire.web.views.outbox import LETTER_POLICY
from tests.journeys.house import found_house
from tests.web.addresses import addresses

EVERYWHERE = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

A_LETTER = {**EVERYWHERE, "Content-Security-Policy": LETTER_POLICY}
"""Of a mail shown in a frame: it has styles in its text, and may do nothing but show them."""

SHOWN = 200


@pytest.fixture(scope="session")
def answers(place):
    """An answer of every kind: pages, files, fragments, redirections and errors, to members and strangers."""
    found = []
    porteur, quality = place.visitor("porteur_projet"), place.visitor("qualite")
    urls = dict.fromkeys(address.url for address in addresses(place.house.app, place))
    for client in (place.house.app.test_client(), porteur.client, quality.client):
        for url in (*urls, "/nothing", "/static/nothing"):
            for method, headers in (("GET", {}), ("POST", {}), ("GET", {"HX-Request": "true"})):
                with client.open(url, method=method, headers=headers) as answer:
                    found.append((url, answer.status_code, dict(answer.headers)))
    assert {status for _, status, _ in found} >= {200, 302, 400, 401, 403, 404, 405, 422}
    return found


def expected(url, status):
    return A_LETTER if url.endswith("/courriel") and status == SHOWN else EVERYWHERE


def test_every_answer_has_the_headers_of_safety(answers):
    wrong = {
        (url, status)
        for url, status, headers in answers
        if {name: headers.get(name) for name in EVERYWHERE} != expected(url, status)
    }
    assert wrong == set()


def test_the_policy_of_a_letter_in_its_frame_lets_it_show_and_nothing_else():
    assert LETTER_POLICY == (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
        "sandbox allow-top-navigation-by-user-activation"
    )


def test_nothing_but_static_files_and_looks_may_be_kept(answers):
    kept = {
        (url, status)
        for url, status, headers in answers
        if headers.get("Cache-Control") != "no-store"
        and not url.startswith("/static/")
        and (not url.startswith("/apparence/") or status != 200)
    }
    assert kept == set()


def test_the_policy_lets_nothing_in_from_elsewhere():
    assert ("unsafe" in CONTENT_POLICY, "http" in CONTENT_POLICY, "*" in CONTENT_POLICY) == (False, False, False)


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(place):
    client = place.house.app.test_client()
    (cookie,) = client.get("/connexion").headers.getlist("Set-Cookie")
    assert ("HttpOnly" in cookie, "SameSite=Lax" in cookie) == (True, True)


def test_with_a_public_https_address_cookies_are_secure_and_https_is_lasting(tmp_path):
    house = found_house(tmp_path / "data", PUBLIC_URL="https://partenariat.hopital.example")
    answer = house.app.test_client().get("/connexion", base_url="https://partenariat.hopital.example")
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert re.fullmatch(r"__Host-session=[\w.-]+; Secure; HttpOnly; Path=/; SameSite=Lax", cookie)
    lasting = "max-age=31536000; includeSubDomains"
    assert answer.headers["Strict-Transport-Security"] == lasting
    # The proxy may not say how the visitor came; and refusals carry it too.
    for url in ("/connexion", "/nothing", "/static/css/base.css"):
        with house.app.test_client().get(url, base_url="http://partenariat.hopital.example") as found:
            assert found.headers["Strict-Transport-Security"] == lasting


def test_every_cookie_of_https_is_of_this_host_alone(tmp_path):
    house = found_house(tmp_path / "data", PUBLIC_URL="https://localhost")
    client, https = house.app.test_client(), {"base_url": "https://localhost"}
    page = client.get("/connexion", **https).get_data(as_text=True)
    token = page.split('name="_csrf"')[1].split('value="')[1].partition('"')[0]
    data = {"_csrf": token, "email": "qualite@demo.example", "password": PASSWORD}
    referer = {"Referer": "https://localhost/connexion"}
    answer = client.post("/connexion", data=data, headers=referer, **https)
    cookies = answer.headers.getlist("Set-Cookie")
    assert (answer.status_code, len(cookies) >= 1) == (302, True)
    parts = [cookie.split("; ") for cookie in cookies]
    assert all(named.startswith("__Host-") and {"Secure", "HttpOnly", "Path=/"} <= set(rest) for named, *rest in parts)
    assert "Domain=" not in "".join(cookies)


def test_without_https_nothing_is_said_of_it(place):
    assert "Strict-Transport-Security" not in place.house.app.test_client().get("/connexion").headers


def test_no_other_site_is_ever_let_in(answers):
    assert {name for _, _, headers in answers for name in headers if name.startswith("Access-Control-")} == set()


def test_every_body_tells_its_type_and_every_text_its_letters(answers):
    told = {headers.get("Content-Type", "") for _, status, headers in answers if status not in {204, 302, 401}}
    assert "" not in told
    assert {kind for kind in told if kind.startswith("text/") and "charset=utf-8" not in kind} == set()
