"""Signing in through identity providers, against one that runs apart and one that lies."""

import logging
import socket
import subprocess
import sys
from dataclasses import dataclass
from time import monotonic, sleep, time
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.demonstration.places import HOSPITAL
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.deeds import deed
from questionnaire.storage.tables.identities import identity
from questionnaire.storage.tables.organisations import membership
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Visitor, found_house
from tests.web.strict_provider import CLIENT, SECRET, StrictProvider

FILE = """
[[provider]]
name = "chu"
label = "le compte du CHU"
issuer = "{strict}"
client_id = "{client}"
client_secret = "{secret}"
organisation = "{hospital}"
match_email = true

[[provider.role]]
claim = "realm_access.roles"
value = "partenariat-qualite"
role = "qualite"

[[provider.role]]
claim = "groups"
value = "/direction"
role = "direction"

[[provider]]
name = "psc"
label = "Pro Santé Connect"
issuer = "{mock}"
client_id = "{client}"
client_secret = "{secret}"
organisation = "{hospital}"
open_accounts = true
"""
QUALITE = {"realm_access": {"roles": ["partenariat-qualite"]}}
PORTEUR = "porteur_projet@demo.example"


@dataclass
class Place:
    house: House
    strict: StrictProvider
    mock: str

    def stranger(self) -> Visitor:
        return Visitor(self.house.app.test_client())

    def sign_in(self, visitor, target="/", **more):
        """Go to the strict provider and come back."""
        away = visitor.client.get("/connexion/par/chu/", query_string={"next": target})
        return visitor.get(own(self.strict.consent(away.location, **more)))

    def rows(self, statement):
        with open_session(self.house.settings.database_url) as session:
            return session.execute(statement).all()

    def roles_of(self, email):
        statement = membership.select().join(account, account.c.person_id == membership.c.person_id)
        return {row.role for row in self.rows(statement.where(account.c.email == email))}


def own(url):
    parts = urlsplit(url)
    assert (parts.scheme, parts.netloc) == ("http", "127.0.0.1:5000")
    return f"{parts.path}?{parts.query}"


@pytest.fixture(scope="module")
def mock():
    """oidc-provider-mock, a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = monotonic() + 30
        while monotonic() < until:
            try:
                requests.get(f"http://127.0.0.1:{port}/jwks", timeout=5)
                break
            except requests.ConnectionError:
                sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def strict():
    provider = StrictProvider()
    yield provider
    provider.close()


def found(folder, strict, mock, change=str):
    """A hospital whose file of providers is changed as asked."""
    text = FILE.format(strict=strict.issuer, mock=mock, client=CLIENT, secret=SECRET, hospital=HOSPITAL)
    path = folder / "providers.toml"
    path.write_text(change(text))
    strict.honest(sub="k-1", email=PORTEUR, email_verified=True)
    return Place(found_house(folder, OIDC_FILE=str(path)), strict, mock)


@pytest.fixture
def place(tmp_path, strict, mock):
    return found(tmp_path, strict, mock)


@pytest.fixture(scope="module")
def shared(tmp_path_factory, strict, mock):
    return found(tmp_path_factory.mktemp("providers"), strict, mock)


@pytest.fixture
def closed(shared):
    """The hospital of all the tests in which nobody gets in, with nothing remembered of the providers."""
    shared.strict.honest(sub="k-1", email=PORTEUR, email_verified=True)
    shared.house.app.extensions.pop("openid", None)
    yield shared
    assert shared.rows(identity.select()) == []


def through_mock(place, visitor, sub, **claims):
    """Sign in through the other process, whose form is filled as a person would."""
    requests.put(f"{place.mock}/users/{sub}", json=claims, timeout=5).raise_for_status()
    away = visitor.client.get("/connexion/par/psc/")
    back = requests.post(away.location, data={"sub": sub}, allow_redirects=False, timeout=5)
    return visitor.get(own(back.headers["Location"]))


def test_sign_in_page_offers_the_providers_and_keeps_the_way(closed):
    page = closed.stranger().get("/archives/?page=1")
    assert "Se connecter avec le compte du CHU" in page.text
    assert page.links(r"/connexion/par/[^\"]+") == [
        "/connexion/par/chu/?next=/archives/?page%3D1",
        "/connexion/par/psc/?next=/archives/?page%3D1",
    ]


def test_first_sign_in_by_a_verified_email_then_by_the_provider_alone(place):
    assert "Bonjour Nadia" in place.sign_in(place.stranger()).text
    place.strict.honest(sub="k-1")
    assert "Bonjour Nadia" in place.sign_in(place.stranger()).text
    ((issuer, subject),) = [(row.issuer, row.subject) for row in place.rows(identity.select())]
    assert (issuer, subject) == (place.strict.issuer, "k-1")


def test_person_comes_to_the_page_asked_for_and_to_no_other_site(place):
    assert place.sign_in(place.stranger(), "/verifier").url.startswith("/verifier")
    for target in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", "/\t/evil.example"):
        visitor = place.stranger()
        away = visitor.client.get("/connexion/par/chu/", query_string={"next": target})
        assert visitor.client.get(own(place.strict.consent(away.location))).location == "/", target


@pytest.mark.parametrize("verified", [False, "true", None])
def test_unverified_email_opens_nothing(closed, verified):
    closed.strict.honest(sub="k-1", email=PORTEUR, email_verified=verified)
    page = closed.sign_in(closed.stranger())
    assert (page.status, "Aucun compte n’est lié" in page.text) == (403, True)
    assert closed.rows(identity.select()) == []


def test_email_given_to_somebody_else_opens_nothing(place):
    place.sign_in(place.stranger())
    place.strict.honest(sub="k-2", email=PORTEUR, email_verified=True)
    page = place.sign_in(place.stranger())
    assert (page.status, "Un compte existe déjà" in page.text) == (403, True)


@pytest.mark.parametrize("email", ["porteur_projet_val@demo.example", "admin@demo.example"])
def test_provider_of_a_hospital_opens_no_account_beyond_it(closed, email):
    """Neither of another hospital, nor of somebody of this one who answers for the whole group."""
    closed.strict.honest(sub="k-1", email=email, email_verified=True)
    page = closed.sign_in(closed.stranger())
    assert (page.status, "Un compte existe déjà" in page.text) == (403, True)


def test_closed_account_stays_closed(place):
    place.sign_in(place.stranger())
    with open_session(place.house.settings.database_url) as session:
        session.execute(account.update().where(account.c.email == PORTEUR).values(active=False))
        session.commit()
    page = place.sign_in(place.stranger())
    assert (page.status, "Votre compte est fermé" in page.text) == (403, True)


def test_roles_follow_the_provider_and_those_given_by_hand_stay(place, caplog):
    caplog.set_level(logging.INFO, "questionnaire")
    place.strict.honest(sub="k-1", email=PORTEUR, email_verified=True, **QUALITE)
    visitor = place.stranger()
    assert "Archives" in place.sign_in(visitor).text
    assert place.roles_of(PORTEUR) == {"porteur_projet", "qualite"}
    assert visitor.get("/archives/").status == 200
    place.strict.honest(sub="k-1")
    assert "Archives" not in place.sign_in(place.stranger()).text
    assert visitor.get("/archives/").status == 403
    assert place.roles_of(PORTEUR) == {"porteur_projet"}
    kinds = [row.kind for row in place.rows(deed.select().order_by(deed.c.sequence))]
    signed_in = DeedKind.SIGNED_IN
    first = [DeedKind.IDENTITY_LINKED, DeedKind.ROLE_PROVIDED, signed_in, DeedKind.ARCHIVE_LISTED]
    assert kinds[-6:] == [*first, DeedKind.ROLE_WITHDRAWN, signed_in]
    assert [secret for secret in ("a-token", SECRET, PORTEUR, "k-1") if secret in caplog.text] == []


def test_nobody_known_may_be_given_an_account(place):
    claims = {"email": "claire@chu.example", "email_verified": True, "given_name": "Claire", "family_name": "Noël"}
    visitor = place.stranger()
    assert "Bonjour Claire" in through_mock(place, visitor, "rpps-1", **claims).text
    assert "Bonjour Claire" in through_mock(place, place.stranger(), "rpps-1", **claims).text
    visitor = place.stranger()
    visitor.get("/connexion")
    assert "Bonjour" not in visitor.post("/connexion", {"email": "claire@chu.example", "password": ""}).text


@pytest.mark.parametrize(
    "claims, said",
    [
        ({"email": PORTEUR, "email_verified": True, "given_name": "N", "family_name": "L"}, "Un compte existe déjà"),
        ({"given_name": "Claire", "family_name": "Noël"}, "adresse électronique vérifiée"),
        ({"email": "c@chu.example", "email_verified": True}, "Votre nom et votre prénom"),
    ],
)
def test_account_is_not_opened_without_what_it_needs(closed, claims, said):
    page = through_mock(closed, closed.stranger(), "rpps-2", **claims)
    assert (page.status, said in page.text) == (403, True)


def test_person_who_gives_up_is_told_so(closed):
    visitor = closed.stranger()
    away = visitor.client.get("/connexion/par/psc/")
    back = requests.post(away.location, data={"action": "deny"}, allow_redirects=False, timeout=5)
    state = parse_qs(urlsplit(away.location).query)["state"][0]
    page = visitor.get(f"{own(back.headers['Location'])}&state={state}")
    assert (page.status, "ne vous a pas connecté" in page.text) == (400, True)


@pytest.mark.parametrize(
    "lies",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"aud": ["another"], "azp": CLIENT},
        {"aud": [CLIENT, "another"]},
        {"azp": "another"},
        {"exp": 1},
        {"exp": None},
        {"iat": 9_999_999_999},
        {"sub": "another"},
        {"sub": None},
        {"at_hash": "wrong"},
    ],
)
def test_token_that_is_not_for_us_opens_nothing(closed, lies):
    closed.strict.lies = lies
    visitor = closed.stranger()
    page = closed.sign_in(visitor)
    assert (page.status, "n’a pas pu être vérifiée" in page.text) == (400, True)
    assert visitor.client.get("/").location.startswith("/connexion")


@pytest.mark.parametrize("forge", ["unsigned", "secret", "other"])
def test_token_that_the_provider_did_not_sign_opens_nothing(closed, forge):
    closed.strict.forge = forge
    page = closed.sign_in(closed.stranger())
    assert (page.status, "n’a pas pu être vérifiée" in page.text) == (400, True)


def test_provider_may_change_its_keys(place):
    place.sign_in(place.stranger())
    place.strict.key = type(place.strict.key).generate_key(2048, {"kid": "two"})
    assert "Bonjour Nadia" in place.sign_in(place.stranger()).text


def test_answer_serves_once(place):
    visitor = place.stranger()
    back = own(place.strict.consent(visitor.client.get("/connexion/par/chu/").location))
    assert visitor.client.get(back).status_code == 302
    page = visitor.get(back)
    assert (page.status, "n’est plus valable" in page.text) == (400, True)


def test_answer_of_another_browser_opens_nothing(closed):
    mine, theirs = closed.stranger(), closed.stranger()
    back = own(closed.strict.consent(theirs.client.get("/connexion/par/chu/").location))
    assert mine.get(back).status == 400
    mine.client.get("/connexion/par/chu/")
    assert mine.get(back).status == 400
    assert mine.client.get("/").location.startswith("/connexion")


def test_answer_for_one_provider_is_not_taken_by_another(closed):
    visitor = closed.stranger()
    back = own(closed.strict.consent(visitor.client.get("/connexion/par/chu/").location))
    assert visitor.get(back.replace("/chu/", "/psc/")).status == 400


def test_code_stolen_is_worth_nothing_without_the_verifier(closed):
    thief, victim = closed.stranger(), closed.stranger()
    stolen = parse_qs(urlsplit(closed.strict.consent(victim.client.get("/connexion/par/chu/").location)).query)["code"]
    own_state = parse_qs(urlsplit(thief.client.get("/connexion/par/chu/").location).query)["state"]
    assert thief.get(f"/connexion/par/chu/retour?code={stolen[0]}&state={own_state[0]}").status == 400


def test_answer_that_names_another_issuer_is_refused(place):
    assert place.sign_in(place.stranger(), iss="https://evil.example").status == 400
    assert place.sign_in(place.stranger(), iss=place.strict.issuer).status == 200


@pytest.mark.parametrize("address", ["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"])
@pytest.mark.parametrize("where", ["http://10.0.0.1/latest", "file:///etc/passwd", "https://a@b.example/", 3])
def test_unsafe_address_is_never_asked(closed, address, where):
    closed.strict.told = {address: where}
    page = closed.stranger().get("/connexion/par/chu/")
    assert (page.status, "ne répond pas, ou répond mal" in page.text) == (503, True)


@pytest.mark.parametrize(
    "answer",
    [
        (302, {"Location": "http://127.0.0.1:1/"}, b""),
        (500, {}, b"down"),
        (404, {}, b"{}"),
        (200, {}, b"<html>"),
        (200, {}, b"[]"),
        (200, {}, b'{"issuer": "https://evil.example"}'),
        (200, {}, b" " * 600_000),
    ],
)
def test_provider_that_answers_badly_leaves_the_other_ways(closed, answer):
    closed.strict.answers = {"/.well-known/openid-configuration": answer}
    visitor = closed.stranger()
    page = visitor.get("/connexion/par/chu/")
    assert (page.status, page.links("/connexion")) == (503, ["/connexion"])
    visitor.sign_in(PORTEUR)


def test_provider_that_is_down_leaves_the_other_ways(tmp_path, strict, mock):
    place = found(tmp_path, strict, mock, lambda text: text.replace(strict.issuer, "http://127.0.0.1:1"))
    visitor = place.stranger()
    page = visitor.get("/connexion/par/chu/")
    assert (page.status, "connectez-vous autrement" in page.text) == (503, True)
    visitor.sign_in(PORTEUR)


def test_organisation_that_is_not_there_lets_nobody_in(tmp_path, strict, mock):
    place = found(tmp_path, strict, mock, lambda text: text.replace(HOSPITAL, "Ailleurs"))
    page = place.sign_in(place.stranger())
    assert (page.status, "mal réglé" in page.text) == (403, True)


def test_level_of_authentication_is_asked_for_and_checked(tmp_path, strict, mock):
    place = found(tmp_path, strict, mock, lambda text: text.replace("match_email", 'acr = ["eidas1"]\nmatch_email'))
    page = place.sign_in(place.stranger())
    assert (page.status, "au niveau demandé" in page.text) == (400, True)
    assert strict.asked[0]["acr_values"] == "eidas1"
    strict.lies = {"acr": "eidas1"}
    assert "Bonjour Nadia" in place.sign_in(place.stranger()).text


def test_leaving_closes_the_session_of_the_provider_too(place):
    visitor = place.stranger()
    place.sign_in(visitor)
    page = visitor.post("/deconnexion", {})
    out = page.response.headers["Refresh"].partition("url=")[2]
    parts = urlsplit(out)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{place.strict.issuer}/out"
    assert parse_qs(parts.query) == {
        "client_id": [CLIENT],
        "post_logout_redirect_uri": ["http://127.0.0.1:5000/connexion"],
    }
    assert visitor.client.get("/").location.startswith("/connexion")


def test_leaving_after_a_password_goes_nowhere_else(closed):
    visitor = closed.stranger()
    visitor.sign_in(PORTEUR)
    assert visitor.post("/deconnexion", {}, follow=False).response.location == "/connexion"


def test_session_keeps_nothing_of_the_attempt(place):
    visitor = place.stranger()
    place.sign_in(visitor)
    with visitor.client.session_transaction() as kept:
        assert {"departure", "through"} & set(kept) == {"through"}
        assert "a-token" not in str(dict(kept))


def test_person_links_an_identity_to_their_account_and_takes_it_out_again(place):
    place.strict.honest(sub="rpps-9", **QUALITE)
    visitor = place.stranger()
    visitor.sign_in(PORTEUR)
    assert "Lier le compte du CHU" in visitor.get("/moyens-de-connexion/").text
    gone = visitor.post("/moyens-de-connexion/chu/lier", {})
    back = place.strict.consent(gone.response.headers["Refresh"].partition("url=")[2])
    assert "est lié à votre compte" in visitor.get(own(back)).text
    assert place.roles_of(PORTEUR) == {"porteur_projet", "qualite"}
    assert "Bonjour Nadia" in place.sign_in(place.stranger()).text
    assert "est retiré" in visitor.post("/moyens-de-connexion/chu/retirer", {}).text
    assert place.roles_of(PORTEUR) == {"porteur_projet"}
    assert place.sign_in(place.stranger()).status == 403


def test_identity_of_another_account_is_not_linked(place):
    place.sign_in(place.stranger())
    visitor = place.stranger()
    visitor.sign_in("qualite@demo.example")
    visitor.get("/moyens-de-connexion/")
    gone = visitor.post("/moyens-de-connexion/chu/lier", {})
    back = place.strict.consent(gone.response.headers["Refresh"].partition("url=")[2])
    page = visitor.get(own(back))
    assert (page.status, "déjà liée à un autre compte" in page.text) == (409, True)


def test_link_begun_by_one_person_does_not_end_with_another(closed):
    visitor = closed.stranger()
    visitor.sign_in(PORTEUR)
    gone = visitor.post("/moyens-de-connexion/chu/lier", {})
    back = own(closed.strict.consent(gone.response.headers["Refresh"].partition("url=")[2]))
    visitor.post("/deconnexion", {})
    visitor.sign_in("qualite@demo.example")
    assert visitor.get(back).status == 400
    assert closed.rows(identity.select()) == []


def test_last_way_into_an_account_stays(place):
    visitor = place.stranger()
    claims = {"email": "claire@chu.example", "email_verified": True, "given_name": "Claire", "family_name": "Noël"}
    through_mock(place, visitor, "rpps-1", **claims)
    page = visitor.get("/moyens-de-connexion/")
    assert "Retirer" not in page.text
    assert visitor.post("/moyens-de-connexion/psc/retirer", {}).status == 409


def test_unknown_provider_does_not_exist(closed):
    assert [closed.stranger().get(f"/connexion/par/autre/{end}").status for end in ("", "retour", "sortie")] == [
        404
    ] * 3


def confirm_there(place, visitor, **lies):
    """Go to the provider to show again who one is, and come back."""
    away = visitor.client.get("/compte/confirmation/par/chu/?next=/lexique")
    place.strict.lies = lies
    return visitor.get(own(place.strict.consent(away.location)))


def test_person_shows_again_who_they_are_where_they_came_from(place):
    nadia = place.stranger()
    place.sign_in(nadia)
    (before,) = place.rows(session_opened.select())
    page = confirm_there(place, nadia, auth_time=int(time()))
    assert (page.url, place.strict.asked[-1]["max_age"], place.strict.asked[-1]["prompt"]) == ("/lexique", "0", "login")
    (after,) = place.rows(session_opened.select())
    assert (after.proved_at > before.proved_at, after.strong) == (True, False)


@pytest.mark.parametrize("lies", [{}, {"auth_time": 1_700_000_000}, {"auth_time": "now"}], ids=["none", "old", "word"])
def test_provider_that_does_not_say_when_confirms_nobody(place, lies):
    nadia = place.stranger()
    place.sign_in(nadia)
    (before,) = place.rows(session_opened.select())
    page = confirm_there(place, nadia, **lies)
    assert page.status == 400
    assert [row.proved_at for row in place.rows(session_opened.select())] == [before.proved_at]


def test_another_person_of_the_provider_confirms_nobody(place):
    nadia = place.stranger()
    place.sign_in(nadia)
    away = nadia.client.get("/compte/confirmation/par/chu/")
    place.strict.honest(sub="somebody-else")
    place.strict.lies = {"auth_time": int(time())}
    page = nadia.get(own(place.strict.consent(away.location)))
    assert (page.status, "a reconnu une autre personne" in page.text) == (400, True)


def test_second_step_follows_a_provider_unless_it_must_name_its_level(tmp_path, strict, mock):
    for folder in ("plain", "level"):
        (tmp_path / folder).mkdir()
    plain = found(tmp_path / "plain", strict, mock)
    with open_session(plain.house.settings.database_url) as session, writing(session):
        session.execute(account.update().where(account.c.email == PORTEUR).values(tf_totp_secret="x"))
    assert plain.sign_in(plain.stranger()).url == "/connexion/double-verification"
    named = 'match_email = true\nacr = ["eidas2"]'
    level = found(tmp_path / "level", strict, mock, lambda text: text.replace("match_email = true", named))
    with open_session(level.house.settings.database_url) as session, writing(session):
        session.execute(account.update().where(account.c.email == PORTEUR).values(tf_totp_secret="x"))
    strict.lies = {"acr": "eidas2"}
    assert "Bonjour Nadia" in level.sign_in(level.stranger()).text
