"""Passkeys in a real browser, with an authenticator that it simulates: made, shown, copied, removed."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.passkeys import passkey
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.browser.eyes import faults
from tests.browser.sites import Bench, benched

pytestmark = pytest.mark.browser
INTERNAL = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def named(tmp_path):
    """An installation with a name: passkeys belong to one."""
    with benched(tmp_path / "data") as bench:
        settings = replace(bench.house.settings, public_url=f"http://localhost:{bench.port}")
        bench.house.app.config["SETTINGS"] = settings
        yield bench


def home(bench: Bench) -> str:
    return f"http://localhost:{bench.port}"


def give_authenticator(page: Page, **more: object):
    """Plug an authenticator in: the browser's tool, and how it calls what was plugged in."""
    tool = page.context.new_cdp_session(page)
    tool.send("WebAuthn.enable")
    added = tool.send("WebAuthn.addVirtualAuthenticator", {"options": {**INTERNAL, **more}})
    return tool, added["authenticatorId"]


def rows(bench, *columns):
    with open_session(bench.house.settings.database_url) as session:
        return session.execute(select(*columns)).all()


def make(person, name="Mon téléphone"):
    person.goto("/compte/cles/")
    person.page.get_by_label("Nom de la nouvelle clé").fill(name)
    person.press("Créer une clé d’accès")
    expect(person.page.get_by_text("La clé d’accès est ajoutée.")).to_be_visible()


def leave(person):
    person.press("Se déconnecter")
    expect(person.page.get_by_role("heading", name="Se connecter", exact=True)).to_be_visible()


def seated(seat, bench):
    person = seat(home(bench))
    person.sign_in("patient_partenaire")
    return person


def test_passkey_is_made_opens_the_account_without_a_name_and_counts_for_two_factors(named, seat):
    odette = seated(seat, named)
    give_authenticator(odette.page)
    make(odette)
    assert faults(odette.page) == []
    assert [row.strong for row in rows(named, session_opened.c.strong)] == [True]
    leave(odette)
    assert faults(odette.page) == []
    odette.goto("/connexion?next=/lexique")
    odette.press("Se connecter avec une clé d’accès")
    expect(odette.page).to_have_url(f"{home(named)}/lexique")
    assert [row.strong for row in rows(named, session_opened.c.strong)] == [True]
    assert rows(named, passkey.c.name, passkey.c.sign_count)[0].name == "Mon téléphone"
    assert "passkey_added" in [row.kind for row in rows(named, letter.c.kind)]


def test_authenticator_that_verifies_nobody_is_refused(named, seat):
    odette = seated(seat, named)
    tool, authenticator = give_authenticator(odette.page)
    make(odette)
    leave(odette)
    tool.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    odette.press("Se connecter avec une clé d’accès")
    expect(odette.page.get_by_text("La clé d’accès n’a pas été montrée.")).to_be_visible()
    assert rows(named, session_opened.c.id) == []


def test_copy_of_a_passkey_that_counts_backwards_is_refused(named, seat):
    odette = seated(seat, named)
    give_authenticator(odette.page)
    make(odette)
    leave(odette)
    with open_session(named.house.settings.database_url) as session, writing(session):
        session.execute(passkey.update().values(sign_count=1000))
    odette.press("Se connecter avec une clé d’accès")
    expect(odette.page.get_by_text("Cette clé d’accès n’a pas été reconnue ici.")).to_be_visible()
    assert rows(named, session_opened.c.id) == []


def test_passkey_is_renamed_removed_and_opens_nothing_then(named, seat):
    odette = seated(seat, named)
    give_authenticator(odette.page)
    make(odette)
    odette.page.get_by_label("Nom de cette clé").fill("Ma tablette")
    odette.press("Renommer")
    expect(odette.page.get_by_text("Le nom est enregistré.")).to_be_visible()
    odette.press("Retirer Ma tablette")
    expect(odette.page.get_by_text("La clé d’accès est retirée.")).to_be_visible()
    assert rows(named, passkey.c.id) == []
    leave(odette)
    odette.press("Se connecter avec une clé d’accès")
    expect(odette.page.get_by_text("Cette clé d’accès n’a pas été reconnue ici.")).to_be_visible()


def test_passkey_confirms_who_one_is(named, seat):
    odette = seated(seat, named)
    give_authenticator(odette.page)
    make(odette)
    with open_session(named.house.settings.database_url) as session, writing(session):
        session.execute(session_opened.update().values(proved_at=None))
    odette.goto("/compte/double-verification/activer")
    assert faults(odette.page) == []
    odette.press("Confirmer avec une clé d’accès")
    expect(odette.page.get_by_role("heading", name="Activer la double vérification")).to_be_visible()


def test_without_script_the_page_says_so_and_the_other_ways_remain(named, seat):
    odette = seat(home(named), scripts=False)
    odette.goto("/connexion")
    expect(odette.page.get_by_text("Les clés d’accès demandent JavaScript")).to_be_visible()
    expect(odette.page.get_by_role("button", name="Se connecter avec une clé d’accès")).to_be_hidden()
    odette.sign_in("patient_partenaire")
    odette.goto("/compte/cles/")
    expect(odette.page.get_by_text("Ajouter une clé d’accès demande JavaScript")).to_be_visible()
