"""A password that an administrator gives for a while, the one chosen in its place, and doing without any."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.deeds import deed
from questionnaire.storage.tables.identities import identity
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from questionnaire.web.passwords import LENT_LASTING, to_lend
from tests.journeys.house import Visitor, found_house, now

ODETTE = "patient_partenaire@demo.example"
CHOOSE = "/compte/choisir-un-mot-de-passe"
NEW = "trois cygnes sous la pluie"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def odette(house):
    return house.visitor("patient_partenaire")


def run(house, *statements):
    with open_session(house.settings.database_url) as session, writing(session):
        for statement in statements:
            session.execute(statement)


def rows(house, *columns):
    with open_session(house.settings.database_url) as session:
        return session.execute(select(*columns)).all()


def person_page(house, role="admin"):
    visitor = house.visitor(role)
    (url,) = re.findall(r'href="([^"]+)">Odette Vasseur<', visitor.get("/administration/personnes/").text)
    return visitor, url


def lend(house):
    """The password that the page shows, once."""
    admin, url = person_page(house)
    admin.get(url)
    page = admin.post(f"{url}/compte/mot-de-passe", {})
    return re.findall(r'class="secret"><code translate="no">([a-z-]+)<', page.text)[0], page


def sign_in(house, password, target=""):
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    return visitor, visitor.post(f"/connexion{target}", {"email": ODETTE, "password": password})


def test_lent_password_is_easy_to_say_and_hard_to_guess():
    drawn = {to_lend() for _ in range(200)}
    assert len(drawn) == 200
    assert all(re.fullmatch(r"([b-z][aeiou][b-z][aeiou]-){3}[b-z][aeiou][b-z][aeiou]", each) for each in drawn)


def test_lent_password_opens_the_account_to_choose_another_first_of_all(house, odette):
    password, page = lend(house)
    assert page.response.headers["Cache-Control"] == "no-store"
    assert odette.client.get("/").status_code == 302
    assert sign_in(house, PASSWORD)[1].url.startswith("/connexion")
    visitor, page = sign_in(house, password, "?next=/messages/")
    assert (page.url, "provisoire" in page.text) == (f"{CHOOSE}?next=/messages/", True)
    assert visitor.get("/archives/").url.startswith(CHOOSE)
    answer = visitor.client.get("/messages/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, CHOOSE)
    assert visitor.post(f"{CHOOSE}?next=/messages/", {"new": NEW, "again": NEW}).url == "/messages/"
    assert visitor.get("/archives/").url == "/archives/"
    assert sign_in(house, password)[1].url.startswith("/connexion")
    assert sign_in(house, NEW)[1].url == "/"


@pytest.mark.parametrize(
    "new, again, said",
    [
        ("court", "court", "au moins 12\u00a0caractères"),
        (NEW, "trois cygnes sous la neige", "Ce n’est pas le même mot de passe."),
        ("motdepasse2026", "motdepasse2026", "quatre mots sans lien"),
        (None, None, "C’est le mot de passe provisoire."),
    ],
)
def test_another_must_be_a_good_one(house, new, again, said):
    password, _ = lend(house)
    visitor, _ = sign_in(house, password)
    page = visitor.post(CHOOSE, {"new": new or password, "again": again or password})
    assert (page.status, said in page.text) == (422, True)
    assert visitor.get("/").url.startswith(CHOOSE)


def test_nothing_but_the_hash_is_kept_or_written(house, caplog):
    password, _ = lend(house)
    written = str(rows(house, letter)) + str(rows(house, deed)) + caplog.text
    assert (password in written, str(rows(house, account.c.password)).count("$argon2id$") > 1) == (False, True)
    told = [each.text for each in rows(house, letter) if each.kind == "password_lent"]
    assert ["choisir un autre" in text for text in told] == [True]


def test_lent_password_opens_nothing_after_its_time_and_says_so_to_who_knows_it(house):
    password, _ = lend(house)
    until = account.update().where(account.c.email == ODETTE).values(password_until=now() - timedelta(seconds=1))
    run(house, until)
    _, page = sign_in(house, password)
    assert (page.url, "n’est plus valable" in page.text) == ("/connexion", True)
    assert "n’est plus valable" not in sign_in(house, PASSWORD)[1].text
    assert timedelta(days=3) == LENT_LASTING


def test_what_was_being_typed_is_still_saved(house):
    password, _ = lend(house)
    visitor, _ = sign_in(house, password)
    page = visitor.client.post("/brouillons/x/parties/y/", data={"_csrf": visitor.token})
    assert page.status_code == 404  # judged by the view, not led away


def test_it_is_given_only_by_who_administers_and_to_who_can_use_it(house):
    admin, url = person_page(house)
    assert "Donner un mot de passe provisoire" in admin.get(url).text
    assert house.visitor("porteur_projet").post(f"{url}/compte/mot-de-passe", {}).status == 403
    own = admin.client.get("/administration/personnes/").text
    (mine,) = set(re.findall(r'href="(/administration/personnes/[^"]+)">Nour Haddad<', own)) or {url}
    if mine != url:
        assert "Changez votre propre mot de passe" in admin.post(f"{mine}/compte/mot-de-passe", {}).text
    admin.post(f"{url}/compte", {"compte": "fermer"})
    assert "n’a pas de compte ouvert" in admin.post(f"{url}/compte/mot-de-passe", {}).text


def test_who_comes_by_a_provider_alone_has_no_password_here(house):
    (number,) = [row.id for row in rows(house, account.c.id, account.c.email) if row.email == ODETTE]
    known = {
        "account_id": number, "issuer": "https://sso", "subject": "s", "opened": True, "since": now(), "last_at": now(),
    }  # fmt: skip
    run(house, account.update().where(account.c.id == number).values(password=""), identity.insert().values(**known))
    admin, url = person_page(house)
    page = admin.post(f"{url}/compte/mot-de-passe", {})
    assert "elle n’a pas de mot de passe ici" in page.text


def test_password_is_removed_and_chosen_again_after_showing_who_one_is(house, odette):
    other = house.visitor("patient_partenaire")
    page = odette.get("/compte/")
    assert "Retirer mon mot de passe" in page.text
    page = odette.post("/compte/mot-de-passe/retirer", {})
    assert "n’a plus de mot de passe" in page.text
    assert other.client.get("/").status_code == 302
    assert sign_in(house, PASSWORD)[1].url.startswith("/connexion")
    assert odette.get("/compte/").links(CHOOSE) == [CHOOSE]
    assert odette.post(CHOOSE, {"new": NEW, "again": NEW}).url == "/compte/"
    assert sign_in(house, NEW)[1].url == "/"
    kinds = [row.kind for row in rows(house, deed.c.kind)]
    assert (kinds.count(DeedKind.PASSWORD_REMOVED), kinds.count(DeedKind.PASSWORD_CHANGED)) == (1, 1)
    assert {"password_removed", "password_changed"} <= {row.kind for row in rows(house, letter.c.kind)}


@pytest.mark.parametrize("url", ["/compte/mot-de-passe/retirer", CHOOSE])
def test_one_shows_again_who_one_is_after_a_while(house, odette, url):
    run(house, session_opened.update().values(proved_at=now() - timedelta(hours=2)))
    page = odette.post(url, {"new": NEW, "again": NEW})
    assert "Confirmez que c’est vous" in page.text
    assert sign_in(house, PASSWORD)[1].url == "/"


def test_who_has_a_password_changes_it_on_the_account_page(odette):
    assert odette.get(CHOOSE).url == "/compte/"


def test_last_way_into_an_account_is_not_removed(house, odette):
    (number,) = [row.id for row in rows(house, account.c.id, account.c.email) if row.email == ODETTE]
    known = {
        "account_id": number, "issuer": "https://sso", "subject": "s", "opened": True, "since": now(), "last_at": now(),
    }  # fmt: skip
    run(house, identity.insert().values(**known))
    page = odette.post("/compte/mot-de-passe/retirer", {})
    assert (page.status, "C’est le seul moyen d’entrer" in page.text) == (409, True)
    assert sign_in(house, PASSWORD)[1].url == "/"
