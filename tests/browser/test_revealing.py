"""Passwords are shown to whoever asks, by a button that says what it does; without script there is none."""

import pytest
from playwright.sync_api import expect

from questionnaire.journeys.demonstration.founding import PASSWORD
from tests.browser.eyes import faults
from tests.browser.sites import Bench

pytestmark = pytest.mark.browser


def test_password_is_shown_then_hidden_and_sent_as_typed(bench: Bench, seat):
    page = seat(bench.url, width=375).page
    page.goto(f"{bench.url}/connexion")
    field = page.get_by_label("Mot de passe", exact=True)
    page.get_by_label("Adresse").fill("porteur_projet@demo.example")
    field.fill(PASSWORD)
    expect(field).to_have_attribute("type", "password")
    page.get_by_role("button", name="Afficher le mot de passe").press("Enter")
    expect(field).to_have_attribute("type", "text")
    assert faults(page) == []
    page.get_by_role("button", name="Masquer le mot de passe").click()
    expect(field).to_have_attribute("type", "password")
    page.get_by_role("button", name="Afficher le mot de passe").click()
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", name="Bonjour")).to_be_visible()


def test_without_script_nothing_promises_it(bench: Bench, seat):
    page = seat(bench.url, scripts=False).page
    page.goto(f"{bench.url}/connexion")
    expect(page.get_by_role("button", name="Afficher le mot de passe")).to_have_count(0)
