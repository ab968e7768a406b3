"""What no browser sends: nothing of it is our fault, nothing is shown of the inside."""

from urllib.parse import urlencode

import pytest

HUGE = "9" * 30
BYTES = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="session")
def visitors(place):
    found = {role: place.visitor(role) for role in ("porteur_projet", "qualite")}
    for visitor in found.values():
        visitor.get("/")
    return found


@pytest.fixture(scope="session")
def porteur(visitors):
    return visitors["porteur_projet"]


@pytest.fixture
def section(porteur):
    """A section of a draft of one's own, which may be spoilt."""
    return f"{porteur.begin()}/parties/identite/"


def refused(answer):
    """Whether it was answered without a failure of ours."""
    return answer.status_code < 500 and b"Traceback" not in answer.data


@pytest.mark.parametrize(
    "value",
    [
        b"a\0b",
        b"%00",
        b"\xff\xfe\xfa",
        b"%FF%FE",
        b"%ED%A0%80",
        b"%",
        b"%u0041",
        "\u202e\u0000\ufffe\U0010ffff".encode(),
        b"{{7*7}}${7*7}",
        b"'; DROP TABLE draft; --",
    ],
)
@pytest.mark.parametrize(
    "name", [b"titre", b"membre[x].m_nom", b"_rev", b"_action", b"_who", b"\xff", b"titre[0]", b""]
)
def test_hostile_bytes_in_a_field_are_no_failure(porteur, section, name, value):
    body = b"_csrf=" + porteur.token.encode() + b"&_rev=0&" + name + b"=" + value
    for headers in (BYTES, {**BYTES, "HX-Request": "true"}):
        assert refused(porteur.client.post(section, data=body, headers=headers))


def test_what_was_typed_is_shown_as_text(porteur, section):
    page = porteur.post(section, {"_rev": porteur.get(section).hidden("_rev"), "titre": "<script>alert(1)</script>"})
    raw = porteur.client.get(section).get_data(as_text=True)
    assert (page.status < 500, "<script>alert(1)" in raw, "&lt;script&gt;alert(1)" in raw) == (True, False, True)


def test_field_of_a_megabyte_is_no_failure(porteur, section):
    assert refused(porteur.post(section, {"_rev": "0", "titre": "x" * 1_000_000}).response)


def test_five_thousand_fields_are_no_failure(porteur, section):
    fields = {"_csrf": porteur.token, "_rev": "0", **{f"field_{number}": "x" for number in range(5000)}}
    for headers in (BYTES, {**BYTES, "HX-Request": "true"}):
        assert refused(porteur.client.post(section, data=urlencode(fields), headers=headers))


def test_one_field_five_thousand_times_is_no_failure(porteur, section):
    body = f"_csrf={porteur.token}&_rev=0" + "&secteur=sanitaire" * 5000
    assert refused(porteur.client.post(section, data=body, headers=BYTES))


def test_form_in_many_parts_is_no_failure(porteur, section):
    fields = {"_csrf": porteur.token, "_rev": "0", **{f"field_{number}": "x" for number in range(2000)}}
    assert refused(porteur.client.post(section, data=fields, content_type="multipart/form-data"))


def test_json_where_a_form_is_expected_is_no_failure(porteur, section):
    assert refused(porteur.client.post(section, json={"titre": "x"}, headers={"X-CSRFToken": porteur.token}))


@pytest.mark.parametrize("rev", ["", "-1", "x", HUGE, "0:titre", "0,titre=1", "\0", "1 2", "0x1", "٣"])
def test_forged_revision_is_no_failure(porteur, section, rev):
    assert refused(porteur.post(section, {"_rev": rev, "titre": "x"}).response)
    assert refused(porteur.post(section.partition("/parties")[0] + "/finaliser", {"_rev": rev}).response)


@pytest.mark.parametrize(
    "action", ["add:", "add:titre", "add:nothing", "remove:", "open:\0", "close:x]", "x:y", "up:", HUGE]
)
def test_forged_action_is_no_failure(porteur, section, action):
    assert refused(porteur.post(section, {"_rev": porteur.get(section).hidden("_rev"), "_action": action}).response)


@pytest.mark.parametrize(
    "element", ["", "membre", "membre[", "membre[x", "membre[x]", "titre", "[x]", "\0", "é" * 5000]
)
def test_forged_item_is_no_failure(porteur, section, element):
    assert refused(porteur.post(f"{section}retirer", {"element": element}).response)
    assert refused(porteur.post(f"{section}retablir", {"element": element}).response)
    assert refused(porteur.client.get(f"{section}retirer", query_string={"element": element}))
    assert refused(
        porteur.client.get(section, query_string={"ouvert": element, "retire": element, "corriger": element})
    )


@pytest.mark.parametrize("number", ["0", "-1", HUGE, "x", "1e3", "\0", ""])
def test_forged_number_is_no_failure(visitors, porteur, section, number):
    assert refused(visitors["qualite"].client.get("/archives/", query_string={"page": number}))
    back = section.partition("/parties")[0] + "/changements/reprendre"
    assert refused(porteur.post(back, {"reponse": "titre", "revision": number}).response)


@pytest.mark.parametrize("text", ["", "\0", "é" * 10_000, "%", "' OR 1=1 --", HUGE])
def test_forged_reference_finds_nothing(place, text):
    client = place.house.app.test_client()
    for query in ({"reference": text}, {"code": text}, {"reference": text, "code": text}):
        answer = client.get("/verifier", query_string=query)
        assert refused(answer)
        assert "Ce document est connu" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"HX-Request": "true", "HX-Current-URL": "http://[bad"},
        {"HX-Request": "true", "HX-Target": "%00", "HX-Trigger": "\xff"},
        {"Accept-Language": "xx-" + "y" * 5000},
        {"Cookie": "session=garbage.garbage.garbage"},
        {"User-Agent": "\xff" * 2000},
        {"Content-Type": "multipart/form-data; boundary="},
        {"Content-Type": "application/x-www-form-urlencoded; charset=nothing"},
    ],
)
def test_forged_header_is_no_failure(place, headers):
    client = place.house.app.test_client()
    for url in ("/", "/connexion", f"/dossiers/{place.draft_id}", "/nothing"):
        assert refused(client.get(url, headers=headers))
        assert refused(client.post(url, data=b"x=1", headers=headers))
