"""Signing in by a code: with and without script, on pages where no fault of accessibility is seen."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.letters import letter
from tests.browser.eyes import faults
from tests.browser.sites import Bench

pytestmark = pytest.mark.browser


def last_code(bench):
    with open_session(bench.house.settings.database_url) as session:
        codes = select(letter.c.text).where(letter.c.kind == "sign_in_code").order_by(letter.c.created_at.desc())
        return re.findall(r"\b\d{6}\b", session.scalars(codes.limit(1)).one())[0]


@pytest.mark.parametrize("scripts", [True, False])
def test_patient_signs_in_by_a_code(bench: Bench, seat, scripts):
    odette = seat(bench.url, width=375, scripts=scripts)
    odette.watch.allowed.append("422")
    look = faults if scripts else lambda _: []
    page = odette.page
    odette.goto("/connexion")
    page.get_by_role("link", name="Recevoir un code par courriel").click()
    found = look(page)
    odette.press("Recevoir un code")
    expect(page.get_by_text("Écrivez l’adresse de courriel de votre compte")).to_be_visible()
    found += look(page)
    page.get_by_label("Adresse de courriel").fill("patient_partenaire@demo.example")
    odette.press("Recevoir un code")
    expect(page.get_by_role("heading", name="Écrire le code reçu")).to_be_visible()
    found += look(page)
    page.get_by_label("Code à 6").fill("12")
    odette.press("Me connecter")
    expect(page.get_by_text("Ce n’est pas le code attendu")).to_be_visible()
    found += look(page)
    page.get_by_label("Code à 6").fill(last_code(bench))
    odette.press("Me connecter")
    expect(page.get_by_role("heading", name="Bonjour")).to_be_visible()
    odette.goto("/compte/")
    found += look(page)
    assert found == []
