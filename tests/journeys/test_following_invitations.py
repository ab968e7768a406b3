"""Invitations by the clock: a reminder before the end, a word to who invited when nobody came; each once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Row, select, update

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.following_invitations import follow_invitations
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.invitations import invitation
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Visitor
from tests.journeys.test_inviting import accept
from tests.journeys.test_reminding import SUNDAY, TUESDAY
from tests.journeys.workshop import say

ODETTE = "odette@exemple.fr"
KINDS = ("invitation_reminder", "invitation_over")


@pytest.fixture
def draft(porteur: Visitor) -> str:
    """A draft in whose team somebody is invited by mail."""
    begun = porteur.begin()
    invite(porteur, begun, ODETTE)
    return begun


def invite(porteur: Visitor, draft: str, address: str) -> str:
    """The path of a new invitation."""
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "patient_partenaire", "courriel": address})
    found = re.search(r'value="http[^"]+(/invitations/[^"]+)"', page.text)
    assert found
    return found[1]


def ends(house: House, at: datetime, state: str = "sent") -> None:
    """Let every invitation end at a moment, and its letter be in a state."""
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(update(invitation).values(expires_at=at))
        session.execute(update(letter).where(letter.c.kind == "invitation").values(state=state))


def look(house: House, at: datetime) -> None:
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        follow_invitations(Desk(desk.session, desk.shelf, lambda: at.astimezone(UTC), letterhead=desk.letterhead))


def written(house: House) -> list[Row[tuple[str, str, str]]]:
    with open_session(house.settings.database_url) as session:
        statement = select(letter.c.kind, letter.c.address, letter.c.text).where(letter.c.kind.in_(KINDS))
        return list(session.execute(statement.order_by(letter.c.created_at)))


def kinds(house: House) -> list[tuple[str, str]]:
    return [(row.kind, row.address) for row in written(house)]


REMINDER, OVER = ("invitation_reminder", ODETTE), ("invitation_over", "porteur_projet@demo.example")


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("days, letters", [(4, []), (3, [REMINDER]), (1, [REMINDER]), (0, [OVER]), (-31, [])])
def test_who_is_invited_is_reminded_before_the_end_and_who_invited_told_after(house: House, days, letters):
    ends(house, TUESDAY + timedelta(days=days))
    for _ in range(2):
        look(house, TUESDAY)
    assert kinds(house) == letters


@pytest.mark.usefixtures("draft")
def test_both_are_one_letter_each_whatever_the_runner_does(house: House):
    ends(house, TUESDAY + timedelta(days=2))
    for day in range(4):
        look(house, TUESDAY + timedelta(days=day))
    assert kinds(house) == [REMINDER, OVER]


@pytest.mark.usefixtures("draft")
def test_the_hour_is_that_of_the_establishment(house: House):
    ends(house, TUESDAY + timedelta(days=2))
    look(house, TUESDAY)
    assert "valable jusqu’au 12/03/2026 à 10:00." in written(house)[0].text


def test_the_link_of_the_reminder_and_that_of_the_invitation_lead_to_the_same_place(house: House, porteur: Visitor):
    begun = porteur.begin()
    first = invite(porteur, begun, ODETTE)
    ends(house, TUESDAY + timedelta(days=1))
    look(house, TUESDAY)
    second = re.findall(r"http://[^/]+(/invitations/\S+)", written(house)[0].text)[0]
    ends(house, datetime.now(UTC) + timedelta(days=1))  # pages go by the true clock
    guest, other = house.visitor("referent_partenariat"), house.visitor("patient_partenaire")
    assert accept(guest, second).url == begun
    assert [other.get(link).status for link in (first, second)] == [409, 409]


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("at", [SUNDAY, TUESDAY.replace(hour=22)])
def test_nobody_is_written_to_by_night_or_on_sunday(house: House, at: datetime):
    ends(house, at + timedelta(days=1))
    look(house, at)
    assert kinds(house) == []


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("state", ["waiting", "failed", "bounced"])
def test_a_letter_that_did_not_arrive_is_not_recalled(house: House, state):
    ends(house, TUESDAY + timedelta(days=1), state)
    look(house, TUESDAY)
    assert kinds(house) == []


def test_a_link_handed_over_has_no_reminder_and_who_invited_is_told(house: House, porteur: Visitor):
    invite(porteur, porteur.begin(), "")
    ends(house, TUESDAY + timedelta(hours=1))
    look(house, TUESDAY)
    look(house, TUESDAY + timedelta(hours=2))
    assert kinds(house) == [OVER]


def test_nobody_is_reminded_of_what_was_answered(house: House, porteur: Visitor):
    accept(house.visitor("patient_partenaire"), invite(porteur, porteur.begin(), ODETTE))
    ends(house, TUESDAY + timedelta(days=1))
    look(house, TUESDAY)
    look(house, TUESDAY + timedelta(days=3))
    assert kinds(house) == []


def test_who_came_into_the_team_by_another_link_is_left_alone(house: House, porteur: Visitor):
    begun = porteur.begin()
    invite(porteur, begun, "Patient_Partenaire@demo.example")
    accept(house.visitor("patient_partenaire"), invite(porteur, begun, ""))
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(invitation.delete().where(invitation.c.accepted_by.is_not(None)))
    ends(house, TUESDAY + timedelta(days=1))
    look(house, TUESDAY)
    look(house, TUESDAY + timedelta(days=3))
    assert kinds(house) == []


@pytest.mark.usefixtures("draft")
def test_the_establishment_says_when_or_never(house: House):
    ends(house, TUESDAY + timedelta(days=6))
    say(house, invitation_reminder_days="aucun")
    look(house, TUESDAY)
    assert kinds(house) == []
    say(house, invitation_reminder_days="7")
    look(house, TUESDAY)
    assert kinds(house) == [REMINDER]
