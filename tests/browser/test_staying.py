"""The end of a session with nobody there, as a browser shows it: asked before, told after."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from questionnaire.journeys.entering.idling import LOOK
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.browser.eyes import faults
from tests.browser.sites import Bench
from tests.journeys.house import now

pytestmark = pytest.mark.browser

MINUTE = timedelta(minutes=1)


def age(bench, by):
    """Put the last use of the session begun last back; those of other tests go on."""
    with open_session(bench.house.settings.database_url) as session, writing(session):
        last = select(session_opened.c.id).order_by(session_opened.c.since.desc()).limit(1).scalar_subquery()
        session.execute(session_opened.update().where(session_opened.c.id == last).values(seen_at=now() - by))


def arrive(bench, seat, width=1280):
    person = seat(bench.url, width=width)
    person.page.clock.install()
    person.sign_in("porteur_projet")
    return person, person.page.locator("dialog.stay")


def test_person_is_asked_in_time_and_stays_with_one_key(bench: Bench, seat):
    nadia, dialog = arrive(bench, seat)
    draft = nadia.begin()
    nadia.section(draft, "identite")
    expect(dialog).to_be_hidden()
    title = nadia.page.locator("input[name=titre]")
    title.fill("Mieux sortir")
    age(bench, 58 * MINUTE)
    nadia.page.clock.fast_forward(56 * 60 * 1000)
    expect(dialog.get_by_role("heading", name="Êtes-vous toujours là")).to_be_visible()
    expect(dialog).to_contain_text("3 minutes")
    expect(dialog.get_by_role("button", name="Rester connecté")).to_be_focused()
    assert faults(nadia.page) == []
    nadia.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    nadia.section(draft, "identite")
    expect(title).to_have_value("Mieux sortir")


def test_other_page_of_the_same_session_keeps_this_one_open(bench: Bench, seat):
    nadia, dialog = arrive(bench, seat)
    nadia.page.clock.fast_forward(56 * 60 * 1000)
    nadia.page.wait_for_timeout(300)
    expect(dialog).to_be_hidden()


def test_machine_that_slept_through_the_warning_asks_to_sign_in(bench: Bench, seat):
    nadia, _ = arrive(bench, seat)
    nadia.watch.allowed.append("401")
    nadia.goto("/messages/")
    age(bench, 61 * MINUTE + LOOK)
    nadia.page.clock.fast_forward(61 * 60 * 1000)
    expect(nadia.page.get_by_text("Votre session est terminée")).to_be_visible()
    assert "/connexion?next=" in nadia.page.url


@pytest.mark.parametrize("shared", [False, True])
def test_end_is_told_and_leaves_nothing_to_read_on_a_shared_computer(bench: Bench, seat, shared):
    nadia, dialog = arrive(bench, seat, width=375)
    nadia.watch.allowed.append("401")
    if shared:
        nadia.goto("/compte/")
        nadia.press("Oui, cet ordinateur est partagé")
    nadia.goto("/messages/")
    heading = nadia.page.get_by_role("heading", level=1, include_hidden=True)
    expect(heading).to_be_visible()
    limit = 15 if shared else 60
    age(bench, (limit - 1) * MINUTE)
    nadia.page.clock.fast_forward((limit - 1) * 60 * 1000)
    expect(dialog.get_by_role("button", name="Rester connecté")).to_be_focused()
    age(bench, limit * MINUTE + LOOK)
    nadia.page.clock.fast_forward(3 * 60 * 1000)
    expect(dialog.get_by_role("heading", name="Votre session est terminée")).to_be_focused()
    expect(heading).to_have_count(0 if shared else 1)
    assert faults(nadia.page) == []
    nadia.page.keyboard.press("Escape")
    dialog.get_by_role("link", name="Se reconnecter").click()
    expect(nadia.page.get_by_role("heading", name="Se connecter")).to_be_visible()
    assert nadia.page.url.endswith("/connexion?next=/messages/")
