"""A draft that nobody touches: announced, prolonged, deleted with the bare fact kept."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from questionnaire.cli.runner import workshop
from questionnaire.journeys.administration import organisations, profiles
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.clearing import clear_once
from questionnaire.journeys.drafting.expiring import expire_once
from questionnaire.lifecycle import Keeping, months_after
from questionnaire.storage.database import open_session
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.drafts import draft as draft_table
from questionnaire.storage.tables.expired import expired_draft
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Visitor
from tests.journeys.together import begin_letter, bring, found_letters

KEEPING = Keeping(11, 12)
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def house(tmp_path) -> House:
    return found_letters(tmp_path)


@pytest.fixture
def draft(porteur: Visitor) -> str:
    url = begin_letter(porteur)
    porteur.answer(url, "mission", {"objet": "Relire les livrets"})
    return url


def id_of(draft: str) -> str:
    return draft.rpartition("/")[2]


def age(house: House, draft: str, months: int) -> datetime:
    """Make the last activity of a draft as old as that; the moment it was."""
    then = months_after(datetime.now(UTC), -months) - timedelta(hours=1)
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(update(draft_table).where(draft_table.c.id == id_of(draft)).values(updated_at=then))
    return then


def day_after(then: datetime, months: int) -> str:
    """The day that people of the hospital read, so many months later."""
    return f"{months_after(then, months).astimezone(PARIS):%d/%m/%Y}"


def expire(house: House, at: datetime | None = None) -> int:
    """Let the runner clear what is due, by a given clock; how many drafts went."""
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        here = Desk(desk.session, desk.shelf, (lambda: at) if at else desk.clock)
        gone = 0
        while expire_once(here, KEEPING):
            gone += 1
    return gone


def kept_facts(house: House) -> list[dict[str, object]]:
    with open_session(house.settings.database_url) as session:
        return [dict(row._mapping) for row in session.execute(select(expired_draft))]


def test_a_recent_draft_is_neither_announced_nor_deleted(house, porteur, draft):
    age(house, draft, 10)
    assert ("sera supprimé" in porteur.get(draft).text, expire(house)) == (False, 0)
    assert porteur.get(draft).status == 200


def test_from_the_eleventh_month_its_people_are_told_and_may_prolong_it(house, porteur, draft):
    then = age(house, draft, 11)
    day = day_after(then, 12)
    sentence = (
        f"Ce brouillon sera supprimé le {day} faute d’activité. Ouvrez-le et modifiez une réponse, ou prolongez-le."
    )
    for page in (porteur.get(draft), porteur.get("/")):
        assert (sentence in page.text, "Prolonger</button>" in page.text) == (True, True)
    assert "Le brouillon est prolongé." in porteur.post(f"{draft}/prolonger", {}).text
    assert "sera supprimé" not in porteur.get(draft).text + porteur.get("/").text


def test_an_answer_keeps_a_draft_too(house, porteur, draft):
    age(house, draft, 11)
    porteur.answer(draft, "mission", {"objet": "Relire les affiches"})
    assert "sera supprimé" not in porteur.get(draft).text


def test_after_twelve_months_a_draft_goes_with_all_that_it_held_once(house, porteur, draft):
    then = age(house, draft, 12)
    porteur.get(draft)
    assert (expire(house), expire(house)) == (1, 0)
    assert porteur.get(draft).status == 404
    fact = kept_facts(house)[0]
    assert {name: fact[name] for name in ("id", "form", "version", "last_activity")} == {
        "id": id_of(draft),
        "form": "lettre",
        "version": "1",
        "last_activity": then,
    }
    assert sorted(fact) == ["deleted_at", "form", "id", "last_activity", "organisation_id", "version"]


def test_nothing_of_the_draft_is_left_in_any_table(house, porteur, draft):
    url = f"{draft}/commentaires/question?question=objet"
    porteur.get(url)
    porteur.post(url, {"_texte": "Une remarque"})
    porteur.post(f"{draft}/aide", {"qui": "Claire Petit", "comment": "saisie"})
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(update(draft_table).where(draft_table.c.id == id_of(draft)).values(active_at=None))
    age(house, draft, 12)
    assert expire(house) == 1
    with open_session(house.settings.database_url) as session:
        place = workshop(house.settings, session)
        assert clear_once(place.desk, place.blobs) is True  # what the runner does next
        left = [
            table.name
            for table in metadata.sorted_tables
            if "draft_id" in table.c
            and session.execute(select(table.c.draft_id).where(table.c.draft_id == id_of(draft))).first()
        ]
    assert left == []


@pytest.mark.usefixtures("draft")
def test_by_a_given_clock_a_draft_goes_on_its_day(house):
    ends = months_after(datetime.now(UTC), 12)
    assert expire(house, ends - timedelta(days=1)) == 0
    assert expire(house, ends + timedelta(days=1)) == 2  # that of the demonstration too


def test_a_draft_prolonged_after_it_was_found_due_stays(house, porteur, draft):
    age(house, draft, 12)
    porteur.get("/")
    porteur.post(f"{draft}/prolonger", {})
    assert (expire(house), porteur.get(draft).status) == (0, 200)


def test_a_finalised_document_is_never_deleted(house, porteur, draft):
    review = porteur.get(f"{draft}/verifier")
    porteur.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")})
    age(house, draft, 40)
    assert expire(house) == 0


def test_only_those_who_fill_prolong(house, porteur, draft):
    referent = house.visitor("referent_partenariat")
    referent.get(draft)
    assert referent.post(f"{draft}/prolonger", {}).status == 403
    patient = house.visitor("patient_partenaire")
    bring(porteur, draft, patient, "patient_partenaire")
    patient.get(draft)
    assert patient.post(f"{draft}/prolonger", {}).status == 200


def test_each_organisation_keeps_drafts_as_long_as_it_says(house, porteur, draft):
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        place = organisations.by_name(desk, "Hôpital de démonstration")
        profiles.set_settings(desk, None, place.id, {"draft_months": "24"})
    then = age(house, draft, 13)
    assert (expire(house), "sera supprimé" in porteur.get(draft).text) == (0, True)
    day = day_after(then, 24)
    for page in (porteur.get(draft), porteur.get("/")):
        assert f"Ce brouillon sera supprimé le {day}" in page.text
    age(house, draft, 24)
    assert expire(house) == 1


def test_what_one_organisation_decides_touches_no_draft_of_another(house, draft):
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        elsewhere = organisations.by_name(desk, "Résidence du Val")
        profiles.set_settings(desk, None, elsewhere.id, {"draft_months": "2"})
    age(house, draft, 3)
    assert expire(house) == 0
