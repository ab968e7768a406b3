"""A survey answered by unknown people: nothing kept before the end, and then nothing by which to know whose it is."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select

from questionnaire.journeys.surveys import running
from questionnaire.journeys.surveys.running import StillOpen
from questionnaire.storage import surveys
from questionnaire.storage.database import open_session
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.tables.surveys import survey_answer
from questionnaire.storage.transaction import writing
from questionnaire.web.desk import desk
from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import found_workshop

SAID = "Ornithorynque-9d3e"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return found_workshop(tmp_path / "data", Path("tests/journeys/forms_survey"))


@pytest.fixture
def url(house: House) -> str:
    with house.app.app_context():
        return f"/enquetes/{running.begin(desk(), 'enquete', _place(house)).id}/"


def _place(house: House) -> str:
    with open_session(house.settings.database_url) as session:
        table = metadata.tables["organisation"]
        return str(session.execute(select(table.c.id).where(table.c.name == "Hôpital de démonstration")).scalar_one())


@pytest.fixture
def stranger(house: House) -> Visitor:
    return Visitor(house.app.test_client())


def go(visitor: Visitor, page: Page, url: str, action: str = "suite", **fields: str) -> Page:
    kept = {name: page.hidden(name) for name in ("_state", "_place")}
    return visitor.post(url, {**kept, "_action": action, **fields})


def reach_the_end(visitor: Visitor, url: str, said: str = SAID, size: str = "p") -> Page:
    page = go(visitor, visitor.get(url), url)
    page = go(visitor, page, url, taille=size)
    return go(visitor, page, url, note="1", dit=said)


def tables(house: House) -> dict[str, object]:
    with open_session(house.settings.database_url) as session:
        return {table.name: session.execute(select(table)).all() for table in metadata.sorted_tables}


def dump(house: House) -> str:
    return str(tables(house))


def test_first_page_says_what_becomes_of_answers(stranger, url):
    page = stranger.get(url)
    assert "Vos réponses sont anonymes" in page.text
    assert "Demandé par\u00a0: Hôpital de démonstration." in page.text
    assert "Savoir où en est le partenariat dans la région." in page.text


def test_nothing_is_kept_before_the_end(house, stranger, url):
    page = reach_the_end(stranger, url)
    assert ("Vérifiez vos réponses" in page.text, SAID in page.text) == (True, True)
    assert SAID not in dump(house)
    assert SAID not in page.hidden("_state")


def test_answers_are_kept_with_a_day_alone(house, stranger, url):
    page = go(stranger, reach_the_end(stranger, url), url, "envoyer")
    assert "Merci, vos réponses sont envoyées." in page.text
    with open_session(house.settings.database_url) as session:
        rows = session.execute(select(survey_answer)).all()
    assert [(row.day, SAID in row.answers, len(row.id)) for row in rows] == [(datetime.now(UTC).date(), True, 32)]
    assert {column.name for column in survey_answer.c} == {"survey_id", "id", "day", "answers"}


def test_whoever_holds_everything_cannot_tell_who_answered(house, url, caplog):
    """Even somebody signed in, away for an hour: no other table changes, and no log tells of it."""
    member = house.visitor("patient_partenaire")
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(session_opened.update().values(seen_at=datetime.now(UTC) - timedelta(minutes=10)))
    before = tables(house)
    go(member, reach_the_end(member, url), url, "envoyer")
    after = tables(house)
    assert [name for name in before if before[name] != after[name]] == ["survey_answer"]
    assert ("patient_partenaire" in str(after["survey_answer"]), SAID in caplog.text) == (False, False)
    assert url.strip("/").rpartition("/")[2] not in caplog.text


def test_files_of_the_database_hold_each_answer_once(house, stranger, url):
    """No older state of the table is left beside the last one, in a log or in freed pages: it would tell the order."""
    answers = [f"Ornithorynque-{number}-" + "x" * 3000 for number in range(6)]
    for said in answers:
        go(stranger, reach_the_end(stranger, url, said), url, "envoyer")
    files = [path for path in house.settings.data_dir.rglob("*") if path.is_file()]
    held = b"".join(path.read_bytes() for path in files)
    assert any(path.name.endswith("-wal") for path in files)
    assert [held.count(said[:16].encode()) for said in answers] == [1] * 6


def test_rows_lie_in_no_order_but_that_of_random_ids(house, stranger, url):
    for number in range(8):
        go(stranger, reach_the_end(stranger, url, said=f"n{number}"), url, "envoyer")
    with open_session(house.settings.database_url) as session:
        assert not any(index for index in inspect(session.connection()).get_indexes("survey_answer"))
        lain = [row.id for row in session.execute(select(survey_answer))]
        assert lain == sorted(lain)
        first = set(lain)
    go(stranger, reach_the_end(stranger, url), url, "envoyer")
    with open_session(house.settings.database_url) as session:
        assert first & {row.id for row in session.execute(select(survey_answer))} == set()


def test_answer_that_brings_questions_shows_them_before_going_on(stranger, url):
    page = go(stranger, go(stranger, stranger.get(url), url), url, taille="g")
    assert ("Votre réponse amène d’autres questions" in page.text, 'name="lits"' in page.text) == (True, True)
    page = go(stranger, page, url, taille="g", lits="0")
    assert (page.status, "au moins" in page.text, 'value="0"' in page.text) == (422, True, True)
    assert 'name="note"' in go(stranger, page, url, taille="g", lits="40").text


def test_answers_are_changed_from_the_last_page_and_one_goes_back(stranger, url):
    page = go(stranger, reach_the_end(stranger, url), url, "lieu")
    assert 'name="taille"' in page.text
    page = go(stranger, go(stranger, page, url, taille="p"), url, "retour", note="1", dit=SAID)
    assert 'name="taille"' in page.text


def test_what_is_missing_is_shown_and_nothing_is_sent(house, stranger, url):
    page = go(stranger, stranger.get(url), url)
    page = go(stranger, page, url)
    assert (page.status, "Taille" in page.text) == (422, True)
    sent = stranger.post(url, {"_state": page.hidden("_state"), "_place": "", "_action": "envoyer"})
    assert (sent.status, tables(house)["survey_answer"]) == (422, [])


@pytest.mark.parametrize("state", ["x", "enc1:abc", "{}"])
def test_state_that_we_did_not_seal_begins_again(stranger, url, state):
    stranger.get(url)
    page = stranger.post(url, {"_state": state, "_place": "lieu", "_action": "suite"})
    assert "recommencez" in page.text


def test_survey_that_is_over_says_so(house, stranger, url):
    with house.app.app_context():
        assert running.end(desk(), url.strip("/").rpartition("/")[2])
    page = stranger.get(url)
    assert (page.status, "Cette enquête est terminée" in page.text) == (410, True)
    assert stranger.get("/enquetes/inconnue/").status == 404


def test_anonymous_form_is_no_document_of_a_project(house):
    porteur = house.visitor("porteur_projet")
    porteur.get("/")
    assert porteur.post("/dossiers/", {"formulaire": "enquete"}).status == 404


def test_small_numbers_are_hidden_in_results(house, url):
    survey_id = url.strip("/").rpartition("/")[2]
    with open_session(house.settings.database_url) as session, writing(session):
        asked = surveys.by_address(session, survey_id)
        for number in range(9):
            answers = '{"taille": "p", "note": 1}' if number else '{"taille": "g", "lits": 4, "note": 0}'
            surveys.answer(session, asked, answers, date(2026, 11, 23) - timedelta(days=number % 3))
    with house.app.app_context():
        running.end(desk(), survey_id)
        found = {each.label: each.counts for each in running.results(desk(), survey_id)}
    assert found["Taille"] == (None, None)
    assert found["Le partenariat avance"] == (None, None)


@pytest.mark.parametrize(
    "ticked, told",
    [
        (("a",) * 6 + ("ab",) * 6, (12, 6)),
        (("a",) * 10 + ("b",) * 2, (None, None)),
        (("a",) * 11 + ("ab",), (12, None)),
    ],
)
def test_boxes_are_counted_each_by_itself(house, url, ticked, told):
    survey_id = url.strip("/").rpartition("/")[2]
    with open_session(house.settings.database_url) as session, writing(session):
        for boxes in ticked:
            sheet = json.dumps({"moyens": list(boxes)})
            surveys.answer(session, surveys.by_address(session, survey_id), sheet, date(2026, 11, 23))
    with house.app.app_context():
        running.end(desk(), survey_id)
        found = {each.label: each.counts for each in running.results(desk(), survey_id)}
    assert found["Moyens"] == told


def test_results_wait_until_nobody_may_answer_any_more(house, url):
    survey_id = url.strip("/").rpartition("/")[2]
    with house.app.app_context(), pytest.raises(StillOpen):
        running.results(desk(), survey_id)
