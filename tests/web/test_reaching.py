"""Names by which the application answers, and where weaknesses are told."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.house import found_house

HERE = ("127.0.0.1:5000", "127.0.0.1", "localhost")
PUBLIC = "https://partenariat.hopital.example"


@pytest.fixture(scope="session")
def hospital(tmp_path_factory):
    """A house that visitors reach by https, and by two more names."""
    return found_house(
        tmp_path_factory.mktemp("reached") / "data",
        PUBLIC_URL=PUBLIC,
        TRUSTED_HOSTS="interne.example, .chu.example",
        SECURITY_CONTACT="mailto:securite@hopital.example",
    )


@pytest.mark.parametrize(
    "host",
    ["partenariat.hopital.example", "partenariat.hopital.example:443", "interne.example", "a.chu.example", "localhost"],
)
def test_own_names_are_answered(hospital, host):
    assert hospital.app.test_client().get("/connexion", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "partenariat.hopital.example.evil.example", "evil.example:443", "10.0.0.1", "a b", "é", ""]
)
@pytest.mark.parametrize("path", ["/connexion", "/", "/verifier", "/nothing", "/static/css/base.css"])
def test_other_names_are_refused_in_plain_words(hospital, host, path):
    answer = hospital.app.test_client().get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "Demande incomplète" in answer.get_data(as_text=True)
    assert "evil" not in answer.get_data(as_text=True)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_demonstration_answers_on_this_machine_only(place):
    client = place.house.app.test_client()
    asked = [client.get("/connexion", headers={"Host": host}).status_code for host in (*HERE, "evil.example")]
    assert asked == [200, 200, 200, 400]


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "Forwarded", "X-Host", "X-Original-URL", "X-Rewrite-URL"])
def test_no_header_changes_the_name_or_the_address(hospital, name):
    answer = hospital.app.test_client().get("/", headers={"Host": "interne.example", name: "evil.example"})
    assert (answer.status_code, "evil" in answer.headers["Location"]) == (302, False)


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "XYZ"])
def test_other_methods_are_refused(place, method):
    client = place.house.app.test_client()
    assert {client.open(url, method=method).status_code for url in ("/connexion", "/verifier", "/healthz")} == {405}


def test_whoever_found_a_weakness_reads_where_to_tell_it(hospital):
    answer = hospital.app.test_client().get("/.well-known/security.txt")
    text = answer.get_data(as_text=True)
    assert (answer.status_code, answer.content_type) == (200, "text/plain; charset=utf-8")
    assert text.startswith("Contact: mailto:securite@hopital.example\nExpires: ")
    assert text.endswith(f"\nPreferred-Languages: fr, en\nCanonical: {PUBLIC}/.well-known/security.txt\n")
    expires = re.findall(r"Expires: (\S+)", text)
    left = datetime.fromisoformat(expires[0]) - datetime.now(UTC)
    assert timedelta(days=178) < left <= timedelta(days=180)


def test_without_contact_there_is_no_such_page(place):
    assert place.house.app.test_client().get("/.well-known/security.txt").status_code == 404
