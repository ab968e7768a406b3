"""News of projects gathered into one letter a day or a week: by project, each once, nothing lost between."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.gathering import send_digests
from questionnaire.journeys.letters.mailing import send_once
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Visitor
from tests.journeys.test_reminding import PARIS, SUNDAY
from tests.journeys.together import give
from tests.journeys.workshop import let_in
from tests.messages.postman import Postman, at_work

MONDAY = datetime(2026, 3, 9, 7, 30, tzinfo=PARIS)
"""When what is gathered here happened: half an hour before letters may leave."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PREFERENCES = "/messages/preferences/"
KINDS = ["assignment", "comment", "signed", "to_sign"]


@pytest.fixture
def postman() -> Iterator[Postman]:
    with at_work() as found:
        yield found


@pytest.fixture
def patient(house: House) -> Visitor:
    return house.visitor("patient_partenaire")


@pytest.fixture
def draft(porteur: Visitor, patient: Visitor) -> str:
    begun = porteur.begin()
    let_in(porteur, begun, patient, "patient_partenaire")
    return begun


def choose(visitor: Visitor, pace: str, kinds: list[str] = KINDS) -> None:
    visitor.get(PREFERENCES)
    assert "Vos choix sont enregistrés." in visitor.post(PREFERENCES, {"courriels": kinds, "rythme": pace}).text


def comment(visitor: Visitor, draft: str, question: str, at: datetime, house: House) -> None:
    """Have somebody comment on a question, at a moment."""
    url = f"{draft}/commentaires/question?question={question}"
    visitor.get(url)
    assert visitor.post(url, {"_texte": "Est-ce bien cela ?"}).status == 200
    with open_session(house.settings.database_url) as session, writing(session):
        recent = letter.c.created_at > datetime(2026, 6, 1, tzinfo=UTC)
        session.execute(update(letter).where(letter.c.kind == "comment", recent).values(created_at=at))


def desk_at(house: House, session, at: datetime) -> Desk:
    made = workshop(house.settings, session).desk
    return Desk(made.session, made.shelf, lambda: at.astimezone(UTC), letterhead=made.letterhead)


def look(house: House, at: datetime, times: int = 1) -> None:
    with open_session(house.settings.database_url) as session:
        for _ in range(times):
            send_digests(desk_at(house, session, at))


def states(house: House, kind: str = "comment") -> list[str]:
    with open_session(house.settings.database_url) as session:
        found = select(letter.c.state).where(letter.c.kind == kind, letter.c.address.like("porteur%"))
        return sorted(session.scalars(found))


def test_news_of_a_day_leave_as_one_accessible_letter_over_a_real_server(house, porteur, patient, draft, postman):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    comment(patient, draft, "resume", MONDAY, house)
    assert states(house) == ["gathered", "gathered"]
    look(house, MONDAY + HOUR, times=2)
    assert (states(house), states(house, "digest")) == (["told", "told"], ["waiting"])
    with open_session(house.settings.database_url) as session:
        here = desk_at(house, session, MONDAY + 2 * HOUR)
        while send_once(here, postman.relay):
            pass
    (got,) = [each for each in postman.received if "résumé" in each["Subject"]]
    assert got["Subject"] == "Votre résumé du jour\u00a0: 2 nouvelles"
    text, html = (got.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for said in ("le 09/03/2026 à 07:30", "a écrit un commentaire", PREFERENCES, f"{draft}/commentaires/"):
        assert (said, said in text, said in html) == (said, True, True)
    assert (html.count("<h1"), html.count("<h2"), text.count("a écrit un commentaire")) == (1, 1, 2)
    assert [each["Subject"] for each in postman.received if "commentaire" in each["Subject"]] == []


@pytest.mark.parametrize(
    "at", [MONDAY + timedelta(minutes=20), SUNDAY, MONDAY.replace(hour=19)], ids=["before eight", "sunday", "evening"]
)
def test_no_digest_leaves_outside_of_working_hours(house, porteur, patient, draft, at):
    choose(porteur, "daily")
    comment(patient, draft, "titre", SUNDAY - DAY, house)
    look(house, at)
    assert (states(house), states(house, "digest")) == (["gathered"], [])


def test_what_happens_after_the_morning_waits_for_the_next_one(house, porteur, patient, draft):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    comment(patient, draft, "resume", MONDAY + 2 * HOUR, house)
    look(house, MONDAY + 3 * HOUR)
    assert states(house) == ["gathered", "told"]
    look(house, MONDAY + DAY + HOUR)
    assert (states(house), len(states(house, "digest"))) == (["told", "told"], 2)


def test_a_week_is_told_on_monday_and_made_up_for_after(house, porteur, patient, draft):
    choose(porteur, "weekly")
    comment(patient, draft, "titre", MONDAY + 2 * HOUR, house)
    for day in range(5):
        look(house, MONDAY + HOUR + day * DAY)
    assert states(house) == ["gathered"]
    look(house, MONDAY + HOUR + 8 * DAY)  # a Tuesday: the runner was off on Monday
    assert (states(house), states(house, "digest")) == (["told"], ["waiting"])


def test_a_runner_that_dies_between_taking_and_posting_loses_nothing(house, porteur, patient, draft):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    moments = iter([MONDAY + HOUR])  # the clock is asked once before what waited is taken, and once after
    with open_session(house.settings.database_url) as session, pytest.raises(StopIteration):
        send_digests(replace(desk_at(house, session, MONDAY), clock=lambda: next(moments)))
    assert (states(house), states(house, "digest")) == (["gathered"], [])
    look(house, MONDAY + HOUR, times=3)
    assert (states(house), states(house, "digest")) == (["told"], ["waiting"])


@pytest.mark.parametrize("pace, state", [("at_once", "waiting"), ("never", "here"), ("weekly", "gathered")])
def test_what_waited_follows_another_choice(house, porteur, patient, draft, pace, state):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    choose(porteur, pace)
    assert states(house) == [state]
    look(house, MONDAY + HOUR - DAY * 3)
    assert states(house, "digest") == []


def test_a_kind_given_up_stays_on_the_page(house, porteur, patient, draft):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    choose(porteur, "daily", ["signed"])
    look(house, MONDAY + HOUR)
    assert (states(house), states(house, "digest")) == (["here"], [])


def test_what_was_read_on_the_page_is_not_told_again(house, porteur, patient, draft):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    porteur.get("/messages/")
    porteur.post("/messages/", {})
    look(house, MONDAY + HOUR)
    assert states(house, "digest") == []


@pytest.mark.parametrize("pace", ["daily", "weekly", "never"])
def test_what_asks_something_of_a_person_is_never_held_back(house, porteur, patient, draft, pace):
    choose(patient, pace)
    give(porteur, draft, "moyens", "Odette Vasseur")
    with open_session(house.settings.database_url) as session:
        found = session.execute(select(letter.c.kind, letter.c.state).where(letter.c.kind == "assignment"))
        assert found.all() == [("assignment", "waiting")]


def test_nobody_whose_account_was_closed_is_written_to(house, porteur, patient, draft):
    choose(porteur, "daily")
    comment(patient, draft, "titre", MONDAY, house)
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(update(account).where(account.c.email.like("porteur%")).values(active=False))
    look(house, MONDAY + HOUR)
    assert (states(house), states(house, "digest")) == (["here"], [])


def test_the_page_of_the_account_leads_to_the_choice(porteur):
    page = porteur.get("/compte/")
    assert page.links(PREFERENCES) == [PREFERENCES]
    choose(porteur, "weekly")
    assert 'value="weekly" checked' in porteur.get(PREFERENCES).text
