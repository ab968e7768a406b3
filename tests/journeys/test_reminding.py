"""Letters by the clock: reminders of signatures, the référent told in the end, drafts announced; each once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.reminding import announce, remind
from questionnaire.lifecycle import Keeping, months_after
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.tables.drafts import draft as draft_table
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing
from tests.journeys.chain import begin_fiche, sign
from tests.journeys.house import House, Page, Visitor
from tests.journeys.test_fiche_projet import finalise
from tests.journeys.workshop import say

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 3, 10, 10, tzinfo=PARIS)
SUNDAY = datetime(2026, 3, 8, 10, tzinfo=PARIS)
KEEPING = Keeping(11, 12)
KINDS = ("sign_reminder", "sign_late", "draft_expiring")


@pytest.fixture
def document(house: House, porteur: Visitor) -> str:
    """A fiche that waits for its porteur, to be aged."""
    page: Page = finalise(porteur, begin_fiche(porteur))
    house.work()
    return page.url


def waits_since(house: House, then: datetime) -> None:
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(update(submission).values(frozen_at=then))


def look(house: House, at: datetime) -> None:
    """One look of the runner, at an hour."""
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        here = Desk(desk.session, desk.shelf, lambda: at.astimezone(UTC), letterhead=desk.letterhead)
        remind(here)
        announce(here, KEEPING)


def written(house: House) -> list[tuple[str, str]]:
    """The letters by the clock: their kinds, and to whom."""
    with open_session(house.settings.database_url) as session:
        rows = session.execute(select(letter.c.kind, letter.c.address).where(letter.c.kind.in_(KINDS)))
        return sorted((row.kind, row.address.partition("@")[0]) for row in rows)


REMINDER, ALERT = ("sign_reminder", "porteur_projet"), ("sign_late", "referent_partenariat")


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize("days, letters", [(6, []), (7, [REMINDER]), (20, [REMINDER]), (30, [ALERT, REMINDER])])
def test_who_must_sign_is_reminded_and_the_referent_told_in_the_end(house: House, days, letters):
    waits_since(house, TUESDAY - timedelta(days=days))
    for _ in range(2):
        look(house, TUESDAY)
    assert written(house) == letters


@pytest.mark.usefixtures("document")
def test_each_day_of_reminder_is_one_letter_and_missed_ones_are_not_made_up_for(house: House):
    waits_since(house, TUESDAY - timedelta(days=7))
    look(house, TUESDAY)
    look(house, TUESDAY + timedelta(days=1))
    assert written(house) == [REMINDER]
    look(house, TUESDAY + timedelta(days=7))
    assert written(house) == [REMINDER, REMINDER]


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize("at", [SUNDAY, TUESDAY.replace(hour=22)])
def test_nobody_is_written_to_by_night_or_on_sunday(house: House, at: datetime):
    waits_since(house, at - timedelta(days=8))
    look(house, at)
    assert written(house) == []


def test_nobody_is_reminded_of_what_is_signed(house: House, porteur: Visitor, document: str):
    sign(porteur, document)
    house.work()
    waits_since(house, TUESDAY - timedelta(days=40))
    look(house, TUESDAY)
    assert written(house) == []


@pytest.mark.usefixtures("document")
def test_the_hospital_says_when(house: House):
    say(house, reminder_days="3", escalation_days="5")
    waits_since(house, TUESDAY - timedelta(days=5))
    look(house, TUESDAY)
    assert written(house) == [ALERT, REMINDER]


@pytest.mark.usefixtures("document")
def test_the_hospital_may_want_no_reminder(house: House):
    say(house, reminder_days="aucun")
    waits_since(house, TUESDAY - timedelta(days=15))
    look(house, TUESDAY)
    assert written(house) == []


def test_people_of_a_draft_are_told_once_that_it_will_go(house: House, porteur: Visitor):
    begun = porteur.begin().rpartition("/")[2]
    with open_session(house.settings.database_url) as session, writing(session):
        old = months_after(TUESDAY, -11) - timedelta(days=1)
        session.execute(update(draft_table).where(draft_table.c.id == begun).values(updated_at=old))
    for day in range(3):
        look(house, TUESDAY + timedelta(days=day))
    assert written(house) == [("draft_expiring", "porteur_projet")]
    with open_session(house.settings.database_url) as session:
        text = session.execute(select(letter.c.text).where(letter.c.kind == "draft_expiring")).scalar_one()
    assert f"Il sera supprimé le {months_after(old, 12):%d/%m/%Y}" in text
