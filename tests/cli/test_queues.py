"""``queues``: what waits and since when, what failed and what to do about it."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from questionnaire.storage import failures
from questionnaire.storage.database import open_session
from questionnaire.storage.failures import Setback
from questionnaire.storage.outbox import LetterState
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import writing

FROZEN = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
FAILED = Setback(3, "Le disque est plein.", FROZEN + timedelta(hours=1), FROZEN + timedelta(hours=2))
NOTHING = {"count": 0, "oldest": None}


@pytest.fixture
def frozen(scene):
    """A house where one document is to be drawn, since a known moment."""
    found = scene("frozen")
    change(found, lambda session: session.execute(submission.update().values(frozen_at=FROZEN)))
    return found


def change(found, act):
    with open_session(found.house.settings.database_url) as session, writing(session):
        return act(session)


def fail(found):
    """Let the next step of the document have failed."""
    change(found, lambda session: failures.note(session, whole_perimeter(session), found.id, FAILED))


def told(command, house):
    result = command(house, "queues", "--json")
    return result.exit_code, json.loads(result.stdout)


def test_what_waits_is_counted_with_since_when(command, frozen):
    code, found = told(command, frozen.house)
    assert (code, found["failed"], found["lost"], found["stuck"]) == (0, [], [], "")
    assert found["works"] == {
        "draw": {"count": 1, "oldest": FROZEN.isoformat()},
        **dict.fromkeys(("sign", "seal", "archive", "blanks", "trials", "copies", "clearings"), NOTHING),
    }
    assert set(found["letters"]) == set(LetterState)
    said = command(frozen.house, "queues").stdout
    assert re.search(r"^  À dessiner +1  depuis le 03/02/2026 à 09:00 UTC$", said, re.MULTILINE)
    assert said.endswith("Aucun document n’est en échec.\nAucun message n’est perdu.\n")


def test_a_failure_is_told_with_its_step_and_its_remedy_and_makes_the_exit_code(command, frozen):
    fail(frozen)
    code, found = told(command, frozen.house)
    (failed,) = found["failed"]
    assert (code, failed["submission"], failed["tries"], failed["work"]) == (1, frozen.id, 3, "À dessiner")
    assert "forms check" in failed["remedy"]
    said = command(frozen.house, "queues").stdout
    assert f"  fiche_projet {failed['reference']} (à dessiner)\u00a0: Le disque est plein. (essai nº\u00a03 le" in said
    assert "    → Vérifiez le formulaire\u00a0: flask --app wsgi forms check.\n" in said


def test_a_failure_of_a_document_with_nothing_left_to_do_says_so(command, scene):
    archived = scene("archived")
    fail(archived)
    assert told(command, archived.house)[1]["failed"][0]["remedy"] == "Rien n’est plus à faire pour ce document."


def test_letters_that_did_not_leave_are_told_without_address_or_words(command, scene):
    found = scene("archived")
    change(found, lambda session: session.execute(letter.update().values(error="Le serveur ne répond pas.")))
    assert told(command, found.house)[1]["stuck"] == "Le serveur ne répond pas."
    change(found, lambda session: session.execute(letter.update().values(state=LetterState.FAILED, error="Refusé.")))
    lost = told(command, found.house)[1]["lost"]
    assert {(each["state"], each["error"]) for each in lost} == {("failed", "Refusé.")}
    assert all(f"messages retry {each['id']}" in each["remedy"] for each in lost)
    change(found, lambda session: session.execute(letter.update().values(text="")))
    said = command(found.house, "queues").stdout
    assert ("refaites ce qui l’envoie" in said, "@" in said) == (True, False)


def test_without_a_database_none_is_made(command, frozen):
    path = frozen.house.settings.data_dir / "questionnaire.sqlite"
    path.unlink()
    result = command(frozen.house, "queues")
    assert (result.exit_code, "Il n’y a pas de base de données ici" in result.stderr, path.exists()) == (1, True, False)
