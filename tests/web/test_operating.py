"""« État de l’installation » over HTTP: what its administrators see, what they try again, what nobody else sees."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from questionnaire.access import Role
from questionnaire.cli.runner import workshop
from questionnaire.journeys.upkeep.state import version
from questionnaire.journeys.upkeep.vital_signs import note_files, note_life, note_seal
from questionnaire.storage import failures
from questionnaire.storage.database import open_session
from questionnaire.storage.failures import Setback
from questionnaire.storage.outbox import LetterState
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.operating import work_failure
from questionnaire.storage.transaction import writing
from tests.scenes import scenes_in
from tests.web.conftest import furnished

URL = "/administration/installation/"
NOW = datetime.now(UTC)
FAILED = Setback(2, "Le cachet ne répond pas.", NOW, NOW + timedelta(hours=1))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A house of our own: what is noted here is of the whole installation."""
    return furnished(
        scenes_in(tmp_path_factory.getbasetemp()).copy("archived", tmp_path_factory.mktemp("state") / "data")
    )


@pytest.fixture
def admin(place):
    return place.visitor(Role.ADMIN)


def change(place, act):
    """Do something to the database of the house, between two requests."""
    with open_session(place.house.settings.database_url) as session, writing(session):
        return act(session)


def test_before_the_runner_ever_ran_the_page_says_so_and_what_to_do(admin):
    page = admin.get(URL).text
    assert "Il n’a jamais donné signe de vie." in page
    assert "Démarrez python -m questionnaire.cli runner" in page
    assert "Pas encore relevé par le programme" in page


def test_what_the_runner_noted_is_shown_with_the_chain_of_the_seal(place, admin):
    with open_session(place.house.settings.database_url) as session:
        shop = workshop(place.house.settings, session)
        note_life(shop.desk, NOW, version())
        note_seal(shop)
        note_files(shop)
    page = admin.get(URL).text
    assert "Il donne signe de vie." in page
    assert "Cachet de démonstration, sans valeur ← Autorité de démonstration, sans valeur (complète)" in page
    assert "ECDSA, courbe secp256r1" in page
    assert "C’est celui de la démonstration, sans valeur." in page


def test_secrets_are_masked_and_other_settings_told(place, admin):
    page = admin.get(URL).text
    assert place.house.settings.secret_key not in page
    assert "secret, renseigné" in page
    assert str(place.house.settings.data_dir) in page


def test_a_failed_work_is_named_without_its_title_and_tried_again_at_once(place, admin):
    change(place, lambda session: failures.note(session, whole_perimeter(session), place.submission_id, FAILED))
    page = admin.get(URL).text
    assert re.search(r"Fiche projet en partenariat FP-\d{4}-\d{4}", page)
    assert "Le cachet ne répond pas." in page
    done = admin.post(f"{URL}travaux/{place.submission_id}", {})
    assert (done.status, "Le travail est relancé." in done.text) == (200, True)
    next_try = change(place, lambda session: session.execute(select(work_failure.c.next_try)).scalar_one())
    assert next_try < FAILED.next_try
    assert "travail relancé" in admin.get("/administration/journal/").text
    change(place, lambda session: session.execute(work_failure.delete()))
    assert admin.post(f"{URL}travaux/{place.submission_id}", {}).status == 404


def test_a_lost_letter_is_shown_without_its_address_and_sent_again(place, admin):
    lost = letter.update().where(letter.c.id == place.letter_id)
    change(place, lambda session: session.execute(lost.values(state=LetterState.FAILED, error="Refusé (550).")))
    page = admin.get(URL).text
    section = page[page.index("Messages non arrivés") : page.index("Cachet et certificats")]
    assert ("Refusé (550)." in section, "@" in section, "Lemoine" in section) == (True, False, False)
    assert "de nouveau en attente" in admin.post(f"{URL}messages/{place.letter_id}", {}).text
    kept = select(letter.c.state, letter.c.error).where(letter.c.id == place.letter_id)
    assert change(place, lambda session: tuple(session.execute(kept).one())) == (LetterState.WAITING, "")
    assert "n’a plus de texte ou d’adresse" in admin.post(f"{URL}messages/{place.letter_id}", {}).text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_nobody_else_sees_it(place, role):
    visitor = place.visitor(f"ailleurs_{role}")
    assert visitor.get(URL).status == 403


def test_an_administrator_of_elsewhere_sees_no_work_of_here(place):
    change(place, lambda session: failures.note(session, whole_perimeter(session), place.submission_id, FAILED))
    page = place.visitor("ailleurs_admin").get(URL).text
    assert ("Le cachet ne répond pas." in page, place.submission_id in page) == (False, False)
