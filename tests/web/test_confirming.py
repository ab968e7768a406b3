"""« Confirmez que c’est vous » before sensitive addresses: asked when it is long ago, and nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from questionnaire.access.one_time import code_of, step_at
from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.organisations import membership
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from questionnaire.web.rules import FRESH, RULES, Rule
from questionnaire.web.uploads import BRING
from tests.journeys.house import Visitor, found_house, now
from tests.web.test_second_step import turn_on

QUESTION = "Confirmez que c’est vous"
ASKED = "/compte/confirmation/"
NEW = "trois cygnes sous la pluie"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def admin(house):
    return house.visitor("admin")


def run(house, *statements):
    with open_session(house.settings.database_url) as session, writing(session):
        for statement in statements:
            session.execute(statement)


def age(house, minutes=16):
    run(house, session_opened.update().values(proved_at=now() - timedelta(minutes=minutes)))


def sought(house, statement):
    with open_session(house.settings.database_url) as session:
        return session.execute(statement).all()


def person_url(admin):
    (url,) = re.findall(r'href="([^"]+)">Odette Vasseur<', admin.get("/administration/personnes/").text)
    return url


def place_of(admin, url):
    return re.findall(r'<option value="([a-z0-9]+)"[^>]*>Hôpital', admin.get(f"{url}/roles").text)[0]


def asks(page):
    return (page.url.partition("?")[0], QUESTION in page.text) == (ASKED, True)


def carried(page):
    return {"_kept": page.hidden("_kept")}


def test_every_guarded_address_is_one_of_those_signed_in():
    assert {endpoint: RULES[endpoint] for endpoint in FRESH} == dict.fromkeys(FRESH, Rule.SIGNED_IN)
    assert not BRING & set(FRESH)


def test_nothing_is_asked_of_who_has_just_signed_in(admin):
    assert admin.get(f"{person_url(admin)}/roles").url.endswith("/roles")


def test_sensitive_page_asks_first_and_leads_there_then(house, admin):
    url = f"{person_url(admin)}/roles"
    age(house)
    assert asks(admin.get(f"{url}?x=1"))
    answer = admin.post(f"{ASKED}?next={url}?x=1", {"proof_password": PASSWORD})
    assert (answer.url, answer.status) == (f"{url}?x=1", 200)
    assert admin.get(url).url == url


def test_other_pages_are_never_asked_about(house, admin):
    age(house)
    assert admin.get("/administration/personnes/").url == "/administration/personnes/"


def test_post_that_meets_the_question_is_kept_and_goes_on(house, admin):
    url = f"{person_url(admin)}/roles"
    place = place_of(admin, url[: -len("/roles")])
    age(house)
    page = admin.post(url, {"role": "qualite", "place": place, "until": "31/12/2030"})
    assert (QUESTION in page.text, "est gardé" in page.text, page.url) == (True, True, url)
    assert "qualite" not in page.text
    wrong = admin.post(url, {**carried(page), "proof_password": "not this"})
    assert (wrong.status, wrong.text.count('aria-invalid="true"'), "<title>Erreur" in wrong.text) == (422, 1, True)
    done = admin.post(url, {**carried(wrong), "proof_password": PASSWORD})
    assert "Le rôle est donné." in done.text
    held = sought(house, select(membership.c.role, membership.c.until).where(membership.c.role == "qualite"))
    assert "2030-12-31" in str([row.until and row.until.isoformat() for row in held])


def test_what_was_kept_goes_nowhere_else_and_for_nobody_else(house, admin):
    url = person_url(admin)
    place = place_of(admin, url)
    age(house)
    page = admin.post(f"{url}/roles", {"role": "qualite", "place": place})
    other = house.visitor("referent_partenariat")
    age(house)
    other.get(ASKED)
    for visitor, where in ((admin, f"{url}/roles/retirer"), (other, f"{url}/roles")):
        answer = visitor.post(where, {**carried(page), "proof_password": PASSWORD})
        assert QUESTION in answer.text
        assert "est donné" not in answer.text


def test_password_is_guessed_so_often_only(house, admin):
    age(house)
    admin.get(ASKED)
    pages = [admin.post(f"{ASKED}?next=/lexique", {"proof_password": "x"}) for _ in range(21)]
    assert {page.status for page in pages} == {422}
    assert "Trop de mots de passe essayés" in pages[-1].text
    assert asks(admin.post(f"{ASKED}?next=/lexique", {"proof_password": PASSWORD}))


def test_code_by_mail_confirms_too(house, admin):
    run(house, account.update().where(account.c.email == "admin@demo.example").values(password=""))
    age(house)
    page = admin.get(f"{ASKED}?next=/lexique")
    assert 'id="proof_password"' not in page.text
    page = admin.post(f"{ASKED}?next=/lexique", {"proof_send": "oui"})
    assert "Il vient d’être envoyé à admin@demo.example" in page.text
    (sent,) = sought(house, select(letter.c.text).where(letter.c.kind == "sign_in_code"))
    code = re.findall(r"\b\d{6}\b", sent.text)[0]
    assert admin.post(f"{ASKED}?next=/lexique", {"proof_mail": "x"}).status == 422
    assert admin.post(f"{ASKED}?next=/lexique", {"proof_mail": code}).url == "/lexique"
    assert admin.get(f"{person_url(admin)}/roles").url.endswith("/roles")


def test_with_a_second_step_nothing_less_will_do(house, admin):
    secret, codes = turn_on(admin)
    age(house)
    page = admin.get(f"{ASKED}?next=/lexique")
    assert [name in page.text for name in ("proof_code", "proof_password", "proof_send")] == [True, False, False]
    assert admin.post(f"{ASKED}?next=/lexique", {"proof_password": PASSWORD}).status == 422
    code = code_of(secret, step_at(now()) + 1)
    assert admin.post(f"{ASKED}?next=/lexique", {"proof_code": code}).url == "/lexique"
    age(house)
    assert admin.post(f"{ASKED}?next=/lexique", {"proof_code": code}).status == 422
    assert admin.post(f"{ASKED}?next=/lexique", {"proof_code": codes[0]}).url == "/lexique"


def test_stopping_the_second_step_asks_for_it(house, admin):
    secret, _ = turn_on(admin)
    age(house)
    admin.get("/compte/")
    page = admin.post("/compte/double-verification/arreter", {})
    assert QUESTION in page.text
    code = code_of(secret, step_at(now()) + 1)
    done = admin.post("/compte/double-verification/arreter", {**carried(page), "proof_code": code})
    assert "arrêtée" in done.text


def test_change_of_password_asks_for_the_second_step_only(house, admin):
    age(house)
    admin.get("/compte/")
    fields = {"current": PASSWORD, "new": NEW, "again": NEW}
    assert "Votre mot de passe est changé." in admin.post("/compte/mot-de-passe", fields).text
    secret, _ = turn_on(house.visitor("qualite"))
    quality = Visitor(house.app.test_client())
    quality.get("/connexion")
    quality.post("/connexion", {"email": "qualite@demo.example", "password": PASSWORD})
    quality.post("/connexion/double-verification", {"code": code_of(secret, step_at(now()) + 1)})
    age(house)
    quality.get("/compte/")
    page = quality.post("/compte/mot-de-passe", fields)
    assert (QUESTION in page.text, NEW in page.text) == (True, False)


def test_fragment_leads_the_whole_page_to_the_question(house, admin):
    url = person_url(admin)
    age(house)
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{url}"}
    answer = admin.post(f"{url}/compte", {"compte": "fermer"}, follow=False, headers=headers)
    assert (answer.status, answer.response.headers["HX-Redirect"]) == (401, f"{ASKED}?next={url}")


def test_session_of_before_the_rule_is_asked(house, admin):
    run(house, session_opened.update().values(proved_at=None))
    assert asks(admin.get(f"{person_url(admin)}/roles"))


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_nobody_is_led_to_another_site(admin, target):
    admin.get(ASKED)
    data = {"_csrf": admin.token, "proof_password": PASSWORD}
    assert admin.client.post(ASKED, data=data, query_string={"next": target}).location == "/"


def test_minutes_are_those_of_the_settings(tmp_path):
    house = found_house(tmp_path, FRESH_MINUTES="30")
    admin = house.visitor("admin")
    url = f"{person_url(admin)}/roles"
    age(house, 29)
    assert admin.get(url).url == url
    age(house, 31)
    assert asks(admin.get(url))


def test_signing_asks_where_the_establishment_has_it_so(house, admin):
    quality = house.visitor("qualite")
    age(house)
    assert quality.get("/documents/x/signer").status == 404
    listed = admin.get("/administration/organisations/").text
    (hospital,) = re.findall(r'href="(/administration/organisations/[a-z0-9]+)">Hôpital de démonstration', listed)
    admin.get(f"{hospital}/reglages")
    admin.post(f"{hospital}/reglages", {"confirm_to_sign": "oui"})
    assert asks(quality.get("/documents/x/signer"))
