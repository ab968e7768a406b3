"""Bytes at random where a browser sends well-formed ones: in cookies, headers, addresses and bodies."""

from http import HTTPStatus

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.scenes import scenes_in
from tests.web.conftest import furnished

HEADERS = (
    *("Accept", "Accept-Encoding", "Accept-Language", "Authentication-Token", "Authorization", "Content-Length"),
    *("Content-Type", "Cookie", "Forwarded", "HX-Current-URL", "HX-History-Restore-Request", "HX-Prompt", "HX-Request"),
    *("HX-Target", "HX-Trigger", "HX-Trigger-Name", "If-Match", "If-Modified-Since", "If-None-Match", "Origin"),
    *("Range", "Referer", "Transfer-Encoding", "User-Agent", "X-CSRFToken", "X-Forwarded-For", "X-Forwarded-Proto"),
)
TYPES = (
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
    "multipart/form-data",
    "application/json",
    "text/plain; charset=utf-7",
    "application/x-www-form-urlencoded; charset=utf-16",
)
PAGES = ("/", "/connexion", "/connexion/code/", "/verifier", "/lexique", "/compte/", "/static/css/base.css", "/healthz")
QUESTIONED = (
    "/verifier",
    "/archives/",
    "/administration/journal/",
    "/administration/personnes/",
    "/connexion",
    "/lexique",
)
one_line = st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0"), max_size=200)
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    scenes = scenes_in(tmp_path_factory.getbasetemp())
    return furnished(scenes.copy("archived", tmp_path_factory.mktemp("fuzzing") / "data"))


@pytest.fixture(scope="module")
def porteur(spoilt):
    visitor = spoilt.visitor("porteur_projet")
    visitor.get("/")
    return visitor


@pytest.fixture(scope="module")
def admin(spoilt):
    return spoilt.visitor("admin")


def sound(answer) -> bool:
    """Whether nothing of ours failed, and nothing of the inside is shown."""
    with answer:
        return answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR and b"Traceback" not in answer.get_data()


@quick
@given(st.sampled_from(PAGES), st.dictionaries(st.sampled_from(HEADERS), one_line, max_size=4))
@example("/compte/", {"HX-Request": "true", "HX-Current-URL": "http://[::1"})
@example("/static/css/base.css", {"Range": "bytes=9-1,-5,x"})
def test_headers(spoilt, page, headers):
    assert sound(spoilt.house.app.test_client().get(page, headers=headers))


@quick
@given(st.sampled_from(["session", "browser", "remember_token", "htmx", ""]), one_line)
@example("session", ".eJw")
@example("session", "eyJfY3NyZiI6IDF9.x.y")
def test_cookies(spoilt, name, value):
    client = spoilt.house.app.test_client()
    for page in ("/connexion", "/compte/"):
        assert sound(client.get(page, headers={"Cookie": f"{name}={value}"}))


@quick
@given(st.sampled_from(QUESTIONED), st.binary(max_size=200))
@example("/administration/journal/", b"du=31/12/9999&au=00/00/0000&avant=%D9%A3")
@example("/archives/", b"page=%EF%BC%91&page=-1")
def test_questions_in_addresses(admin, page, query):
    raw = "".join(f"%{byte:02X}" if byte < 33 or byte > 126 or chr(byte) == "#" else chr(byte) for byte in query)
    assert sound(admin.client.get(f"{page}?{raw}"))


@quick
@given(st.binary(max_size=60))
def test_addresses(spoilt, path):
    raw = "".join(f"%{byte:02X}" for byte in path)
    for address in (f"/{raw}", f"/static/{raw}", f"/dossiers/{raw}", f"/apparence/{raw}.css"):
        assert sound(spoilt.house.app.test_client().get(address))


@quick
@given(st.sampled_from(TYPES), st.binary(max_size=400))
@example(
    "multipart/form-data; boundary=b",
    b'--b\r\nContent-Disposition: form-data; name="titre"; filename\r\n\r\nx\r\n--b--',
)
@example("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data\r\n\r\n")
def test_bodies(spoilt, porteur, kind, body):
    section = f"/dossiers/{spoilt.draft_id}/parties/identite/"
    for page in (section, "/connexion", "/dossiers/"):
        headers = {"Content-Type": kind, "X-CSRFToken": porteur.token}
        assert sound(porteur.client.post(page, data=body, headers=headers))


@quick
@example([("\n", "")])
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=200)), max_size=6))
def test_files_of_forms(spoilt, porteur, parts):
    body = b"".join(
        b'--b\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n%s\r\n'
        % (name.encode(errors="surrogatepass"), text.encode(errors="surrogatepass"), b"%PDF-1.7")
        for name, text in parts
    )
    body += b'--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n' + porteur.token.encode() + b"\r\n--b--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    assert sound(porteur.client.post(f"/dossiers/{spoilt.draft_id}/parties/identite/", data=body, headers=kind))
