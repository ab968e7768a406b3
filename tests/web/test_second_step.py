"""A second step at sign-in: set up, asked, replayed, guessed, lost."""

import base64
import re
from dataclasses import replace

import pytest
from sqlalchemy import select

from questionnaire.access.deeds import DeedKind
from questionnaire.access.one_time import code_of, step_at
from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.journeys.entering.second_step import CODES, LIMIT
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.codes import attempt
from questionnaire.storage.tables.deeds import deed
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.second_step import recovery_code
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from questionnaire.web import arriving
from tests.journeys.house import Visitor, found_house, now

ODETTE = "patient_partenaire@demo.example"
HOME = "/compte/double-verification/"
SET_UP = f"{HOME}activer"
ASKED = "/connexion/double-verification"


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def odette(house):
    return house.visitor("patient_partenaire")


def rows(house, *columns):
    with open_session(house.settings.database_url) as session:
        return session.execute(select(*columns)).all()


def run(house, *statements):
    with open_session(house.settings.database_url) as session, writing(session):
        for statement in statements:
            session.execute(statement)


def key_on(page):
    (key,) = re.findall(r'class="key-text">([A-Z2-7 ]+)<', page.text)
    return key


def secret_of(page):
    return base64.b32decode(key_on(page).replace(" ", ""))


def turn_on(visitor):
    """The secret of the application, and the recovery codes."""
    secret = secret_of(visitor.get(SET_UP))
    page = visitor.post(SET_UP, {"code": code_of(secret, step_at(now()))})
    codes = re.findall(r"<li>((?:[a-z2-9]{4}-?){3})</li>", page.text)
    assert "activée" in page.text, page.text
    return secret, codes


def first_step(house, target=""):
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    page = visitor.post(f"/connexion{target}", {"email": ODETTE, "password": PASSWORD})
    return visitor, page


def next_code(secret, later=1):
    return code_of(secret, step_at(now()) + later)


def is_in(visitor):
    return visitor.client.get("/").status_code == 200


TOLD = {"second_step_on", "second_step_off", "second_step_reset", "recovery_code_used"}


def letters(house):
    return [row.kind for row in rows(house, letter.c.kind) if row.kind in TOLD]


def test_account_page_leads_to_it(odette):
    assert HOME in odette.get("/compte/").links(f"{HOME}")
    assert "Elle n’est pas activée" in odette.get(HOME).text


def test_page_shows_the_same_key_as_text_link_and_drawing_until_it_is_confirmed(odette):
    page = odette.get(SET_UP)
    key = key_on(page)
    assert f"secret={key.replace(' ', '')}" in page.text
    assert "<svg" in page.text
    assert key_on(odette.get(SET_UP)) == key
    assert key_on(odette.post(SET_UP, {"code": "000000"})) == key


def test_wrong_first_code_turns_nothing_on(house, odette):
    odette.get(SET_UP)
    page = odette.post(SET_UP, {"code": "x"})
    assert (page.status, page.text.count('aria-invalid="true"'), "<title>Erreur" in page.text) == (422, 1, True)
    assert rows(house, account.c.tf_totp_secret.is_not(None)).count((True,)) == 0


def test_turning_it_on_gives_ten_codes_closes_other_sessions_and_is_told(house, odette):
    other = house.visitor("patient_partenaire")
    _, codes = turn_on(odette)
    assert (len(codes), len(set(codes))) == (CODES, CODES)
    assert (is_in(odette), is_in(other)) == (True, False)
    assert letters(house) == ["second_step_on"]
    assert DeedKind.SECOND_STEP_ON in [row.kind for row in rows(house, deed.c.kind)]
    assert odette.get(SET_UP).url == HOME


def test_secret_and_codes_are_nowhere_in_clear(house, odette):
    secret, codes = turn_on(odette)
    kept = " ".join(str(row) for row in rows(house, account.c.tf_totp_secret) + rows(house, recovery_code.c.digest))
    assert not [each for each in (secret.hex(), *codes, *(code.replace("-", "") for code in codes)) if each in kept]


def test_password_alone_opens_nothing_then_and_the_code_leads_where_one_was_going(house, odette):
    secret, _ = turn_on(odette)
    visitor, page = first_step(house, "?next=/lexique")
    assert (page.url, is_in(visitor)) == (ASKED, False)
    assert visitor.post(ASKED, {"code": next_code(secret)}).url == "/lexique"
    assert is_in(visitor)


def test_session_knows_that_two_factors_were_shown(house, odette):
    assert rows(house, session_opened.c.strong) == [(False,)]
    secret, _ = turn_on(odette)
    assert rows(house, session_opened.c.strong) == [(True,)]
    odette.post("/deconnexion", {})
    visitor, _ = first_step(house)
    visitor.post(ASKED, {"code": next_code(secret)})
    assert rows(house, session_opened.c.strong) == [(True,)]


def test_code_serves_once_even_the_one_that_confirmed(house, odette):
    secret, _ = turn_on(odette)
    visitor, _ = first_step(house)
    page = visitor.post(ASKED, {"code": code_of(secret, step_at(now()))})
    assert (page.status, page.text.count('aria-invalid="true"')) == (422, 1)
    code = next_code(secret)
    visitor.post(ASKED, {"code": code})
    again, _ = first_step(house)
    again.post(ASKED, {"code": code})
    assert (is_in(visitor), is_in(again)) == (True, False)


def test_few_codes_may_be_tried(house, odette):
    secret, _ = turn_on(odette)
    visitor, _ = first_step(house)
    statuses = [visitor.post(ASKED, {"code": "000000"}).status for _ in range(LIMIT.number)]
    assert statuses == [422] * LIMIT.number
    assert visitor.post(ASKED, {"code": next_code(secret)}).status == 429
    assert not is_in(visitor)
    run(house, attempt.update().values(since=now() - LIMIT.window))
    visitor.post(ASKED, {"code": next_code(secret)})
    assert is_in(visitor)


@pytest.mark.parametrize("typed", [str.upper, lambda code: code.replace("-", " "), lambda code: code])
def test_recovery_code_opens_once_and_is_told(house, odette, typed):
    _, codes = turn_on(odette)
    visitor, _ = first_step(house, "?next=/lexique")
    assert f"{ASKED}?secours=1" in visitor.get(ASKED).text
    page = visitor.post(f"{ASKED}?secours=1", {"code": typed(codes[0])})
    assert page.links("/lexique") == ["/lexique"]
    assert "Un code de secours a servi" in page.text
    assert letters(house) == ["second_step_on", "recovery_code_used"]
    again, _ = first_step(house)
    assert again.post(f"{ASKED}?secours=1", {"code": codes[0]}).status == 422
    assert f"Il vous en reste {CODES - 1}." in visitor.get(HOME).text


def test_other_codes_take_the_place_of_those_before(house, odette):
    _, codes = turn_on(odette)
    odette.get(HOME)
    page = odette.post(f"{HOME}codes", {})
    fresh = re.findall(r"<li>((?:[a-z2-9]{4}-?){3})</li>", page.text)
    assert (len(fresh), set(fresh) & set(codes)) == (CODES, set())
    visitor, _ = first_step(house)
    assert visitor.post(ASKED, {"code": codes[0]}).status == 422
    visitor.post(ASKED, {"code": fresh[0]})
    assert is_in(visitor)


def test_turning_it_off_asks_one_step_again_and_is_told(house, odette):
    turn_on(odette)
    odette.get(HOME)
    assert "arrêtée" in odette.post(f"{HOME}arreter", {}).text
    visitor, _ = first_step(house)
    assert is_in(visitor)
    assert letters(house) == ["second_step_on", "second_step_off"]
    assert rows(house, recovery_code.c.digest) == []
    assert odette.post(f"{HOME}codes", {}).url == HOME


def test_arrival_is_over_after_a_while(house, odette):
    secret, _ = turn_on(odette)
    visitor, _ = first_step(house)
    with visitor.client.session_transaction() as kept:
        kept["arrival"] = {**kept["arrival"], "at": kept["arrival"]["at"] - arriving.LASTING.total_seconds() - 1}
    assert visitor.post(ASKED, {"code": next_code(secret)}).url == "/connexion"
    assert not is_in(visitor)


def test_page_without_a_first_step_leads_to_sign_in(house):
    visitor = Visitor(house.app.test_client())
    assert visitor.get(ASKED).url == "/connexion"


def test_account_closed_meanwhile_is_not_entered(house, odette):
    secret, _ = turn_on(odette)
    visitor, _ = first_step(house)
    run(house, account.update().where(account.c.email == ODETTE).values(active=False))
    visitor.post(ASKED, {"code": next_code(secret)})
    assert not is_in(visitor)


def test_code_by_mail_asks_for_it_too(house, odette):
    secret, _ = turn_on(odette)
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion/code/")
    visitor.post("/connexion/code/", {"email": ODETTE})
    sent = [row.text for row in rows(house, letter.c.kind, letter.c.text) if row.kind == "sign_in_code"]
    page = visitor.post("/connexion/code/saisie", {"code": re.findall(r"\b\d{6}\b", sent[0])[0]})
    assert (page.url, is_in(visitor)) == (ASKED, False)
    visitor.post(ASKED, {"code": next_code(secret)})
    assert is_in(visitor)
    assert 'id="current"' not in visitor.get("/compte/").text


def test_sealed_secret_of_another_account_opens_nothing(house, odette):
    secret, _ = turn_on(odette)
    sealed = rows(house, account.c.tf_totp_secret)
    kept = next(row.tf_totp_secret for row in sealed if row.tf_totp_secret)
    run(house, account.update().where(account.c.email == "qualite@demo.example").values(tf_totp_secret=kept))
    visitor = Visitor(house.app.test_client())
    visitor.get("/connexion")
    visitor.post("/connexion", {"email": "qualite@demo.example", "password": PASSWORD})
    assert visitor.post(ASKED, {"code": next_code(secret)}).status == 422


def person_page(house):
    admin = house.visitor("admin")
    page = admin.get("/administration/personnes/").text
    (url,) = re.findall(r'href="([^"]+)">Odette Vasseur<', page)
    return admin, url


def test_administrator_takes_it_away_from_who_has_lost_it(house, odette):
    turn_on(odette)
    admin, url = person_page(house)
    assert "La double vérification est activée." in admin.get(url).text
    page = admin.post(f"{url}/compte", {"compte": "double-verification"})
    assert ("est retirée" in page.text, "La double vérification est activée." in page.text) == (True, False)
    assert not is_in(odette)
    assert letters(house) == ["second_step_on", "second_step_reset"]
    assert "double vérification retirée" in admin.get("/administration/journal/").text
    visitor, _ = first_step(house)
    assert is_in(visitor)


def test_there_is_nothing_to_take_from_who_has_none(house):
    admin, url = person_page(house)
    assert ("Retirer la double" in admin.get(url).text, "Retirer ses clés" in admin.get(url).text) == (False, False)
    page = admin.post(f"{url}/compte", {"compte": "double-verification"})
    assert "n’a ni double vérification ni clé d’accès" in page.text


def ask_of(house, role):
    """The installation asks two steps of this role from now on."""
    house.app.config["SETTINGS"] = replace(house.settings, second_step_roles=frozenset({role}))


def test_role_that_must_have_it_is_led_to_set_it_up_and_then_goes_on(house):
    admin, other = house.visitor("admin"), house.visitor("qualite")
    ask_of(house, "admin")
    page = admin.get("/administration/personnes/")
    assert (page.url, "Votre rôle demande la double vérification" in page.text) == (SET_UP, True)
    admin.post("/compte/mot-de-passe", {})
    assert (is_in(admin), admin.get("/lexique").status, is_in(other)) == (False, 200, True)
    turn_on(admin)
    assert admin.get("/administration/personnes/").url == "/administration/personnes/"


def test_fragments_of_who_must_have_it_lead_the_whole_page(house):
    admin = house.visitor("admin")
    ask_of(house, "admin")
    answer = admin.client.get("/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, SET_UP)


def test_what_is_being_typed_when_the_rule_is_made_is_saved(house):
    nadia = house.visitor("porteur_projet")
    section = f"{nadia.begin()}/parties/identite/"
    page = nadia.get(section)
    ask_of(house, "porteur_projet")
    assert nadia.autosave(section, page.hidden("_rev"), {"titre": "Accueillir ensemble"}).status == 200
    assert nadia.get(section).url == SET_UP


def test_establishment_adds_roles(house):
    admin, quality = house.visitor("admin"), house.visitor("qualite")
    listed = admin.get("/administration/organisations/").text
    (hospital,) = re.findall(r'href="(/administration/organisations/[a-z0-9]+)">Hôpital de démonstration', listed)
    admin.get(f"{hospital}/reglages")
    admin.post(f"{hospital}/reglages", {"second_step_roles": "qualite"})
    assert (is_in(admin), quality.get("/").url) == (True, SET_UP)
