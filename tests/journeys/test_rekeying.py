"""Sensitive answers at rest: sealed wherever the database holds them, under keys that can be renewed."""

import json
import re
from os import pathsep
from pathlib import Path

import pytest
from sqlalchemy import select

from questionnaire.cli import register
from questionnaire.journeys.upkeep import rekeying
from questionnaire.storage.cipher import name_of, new_key, read_key
from questionnaire.storage.database import open_session
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.answers import answer, prefilled
from questionnaire.web.desk import desk
from tests.journeys.house import House, Visitor, open_house
from tests.journeys.workshop import begin, found_workshop

FORMS = Path("tests/journeys/forms_sensitive")
ONE, TWO = new_key(), new_key()
SECRETS = (
    "Mucoviscidose-7f3a",
    "Ivacaftor-7f3a",
    "Tabagisme-7f3a",
    "Balance-7f3a",
    "918273645546",
    "Perdu-7f3a",
    "Rhume-7f3a",
)
PLAIN = "Un objet en clair"


def house_in(folder: Path, **keys: str) -> House:
    return found_workshop(folder, FORMS, **keys)


def again(house: House, **keys: str) -> House:
    """The same installation, started with other keys."""
    _leave(house)
    return open_house(house.settings.data_dir, FORMS_PATH=f"forms_spec{pathsep}{FORMS}", **keys)


def _leave(house: House) -> None:
    with house.app.app_context():
        desk().session.get_bind().dispose()  # type: ignore[union-attr]  # an engine


def tell(house: House) -> tuple[Visitor, str]:
    """A draft with every sort of sensitive answer, changed once, an odd one kept, and a post that waits."""
    porteur = house.visitor("porteur_projet")
    draft = begin(porteur, "soin")
    porteur.answer(draft, "base", {"objet": PLAIN, "maladie": SECRETS[6], "aveu": SECRETS[2], "poids": SECRETS[4]})
    porteur.answer(draft, "base", {"maladie": SECRETS[0]})
    porteur.add_item(draft, "base", "traitement", {"nom": SECRETS[1], "depuis": "2019"})
    porteur.get(f"{draft}/verifier")
    porteur.post(f"{draft}/maintenir", {"maintenir": "poids", "motif:poids": SECRETS[3]})
    return porteur, draft


def interrupt(porteur: Visitor, draft: str) -> None:
    """Leave a post that waits for its author."""
    page = porteur.get(f"{draft}/parties/base/")
    typed = {"_csrf": porteur.token, "_rev": page.hidden("_rev"), "_who": page.hidden("_who"), "maladie": SECRETS[5]}
    porteur.client.delete_cookie("session")
    assert "Reconnectez-vous" in porteur.post(f"{draft}/parties/base/", typed).text


def freeze(house: House, porteur: Visitor, draft: str) -> str:
    page = porteur.get(f"{draft}/verifier")
    found = re.match(r"/documents/\w+/", porteur.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")}).url)
    assert found
    house.work()
    return found[0]


def on_disk(house: House) -> bytes:
    """All that the files of the database hold."""
    _leave(house)
    return b"".join(path.read_bytes() for path in sorted(house.settings.data_dir.glob("questionnaire.sqlite*")))


def leaks(house: House) -> list[str]:
    found = on_disk(house)
    assert PLAIN.encode() in found
    return [secret for secret in SECRETS if secret.encode() in found]


def cells(house: House) -> list[str]:
    """Every text of the database, by its columns."""
    with open_session(house.settings.database_url) as session:
        return [
            str(value) for table in metadata.sorted_tables for row in session.execute(select(table)) for value in row
        ]


def rotated(house: House):
    register(house.app)
    return house.app.test_cli_runner().invoke(args=["answers", "rotate"])


def test_the_database_holds_no_sensitive_answer_in_clear(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    porteur, draft = tell(house)
    interrupt(porteur, draft)
    assert leaks(house) == []


def test_sealed_answers_are_shown_to_those_who_fill(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    porteur, draft = tell(house)
    for url, secrets in {"/parties/base/": (0, 2), "/verifier": (0, 1, 2, 3), "/changements/": (0, 1, 2)}.items():
        page = porteur.get(draft + url).text
        assert [SECRETS[number] in page for number in secrets] == [True] * len(secrets)


def test_what_waited_for_its_author_is_opened_and_saved(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    porteur, draft = tell(house)
    interrupt(porteur, draft)
    assert SECRETS[5] in house.visitor("porteur_projet").get(f"{draft}/parties/base/").text


def test_a_frozen_document_is_sealed_too_and_its_paper_tells_the_answers(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    porteur, draft = tell(house)
    url = freeze(house, porteur, draft)
    page = porteur.get(url).text
    assert leaks(house) == []
    assert (SECRETS[0] in page, SECRETS[1] in page, SECRETS[2] in page) == (True, True, True)


def test_without_keys_answers_are_kept_as_before(tmp_path):
    house = house_in(tmp_path)
    tell(house)
    assert SECRETS[0] in leaks(house)


@pytest.mark.parametrize("frozen", [False, True])
def test_what_was_in_clear_is_sealed_and_the_file_forgets_it(tmp_path, frozen):
    house = house_in(tmp_path)
    porteur, draft = tell(house)
    url = freeze(house, porteur, draft) if frozen else f"{draft}/verifier"
    sealing = again(house, ANSWERS_KEYS=ONE)
    told = rotated(sealing)
    assert (told.exit_code, f"sont passées sous la clé {name_of(read_key(ONE))}" in told.output) == (0, True)
    assert leaks(sealing) == []
    page = sealing.visitor("porteur_projet").get(url).text
    assert [secret in page for secret in SECRETS[:3]] == [True, True, True]


def test_a_new_key_takes_the_place_of_the_old_one(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    porteur, draft = tell(house)
    url = freeze(house, porteur, draft)
    tell(house)
    both = again(house, ANSWERS_KEYS=f"{TWO},{ONE}")
    assert rotated(both).exit_code == 0
    assert [text for text in cells(both) if f"enc1:{name_of(read_key(ONE))}" in text] == []
    alone = again(both, ANSWERS_KEYS=TWO)
    page = alone.visitor("porteur_projet").get(url).text
    assert [secret in page for secret in SECRETS[:3]] == [True, True, True]
    assert "0 lignes sont passées" in rotated(alone).output


def test_a_rotation_that_was_stopped_goes_on_where_it_was(tmp_path):
    house = house_in(tmp_path)
    tell(house)
    tell(house)
    sealing = again(house, ANSWERS_KEYS=ONE)
    with sealing.app.test_request_context():
        first = next(done.changed for done in rekeying.rotate(desk(), batch=1) if done.changed)
        *_, rest = rekeying.rotate(desk(), batch=1)
        *_, nothing = rekeying.rotate(desk(), batch=1)
        assert (first > 0, rest.changed, nothing.changed) == (True, first, 0)


def test_answers_given_by_the_machine_are_known_as_such_before_and_after(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    draft = begin(house.visitor("porteur_projet"), "soin")
    both = again(house, ANSWERS_KEYS=f"{TWO},{ONE}")
    assert rotated(both).exit_code == 0
    with open_session(both.settings.database_url) as session:
        given = session.execute(select(prefilled.c.path, prefilled.c.value).where(prefilled.c.path == "prenom")).one()
        stands = session.execute(select(answer.c.value).where(answer.c.path == "prenom")).scalar_one()
    assert (given.path, given.value, given.value[:5]) == ("prenom", stands, "enc1:")
    page = both.visitor("porteur_projet").get(f"{draft}/parties/base/").text
    assert 'value="Nadia"' in page


def test_a_lost_key_is_told_by_the_command_and_shown_by_no_page(tmp_path):
    house = house_in(tmp_path, ANSWERS_KEYS=ONE)
    _, draft = tell(house)
    other = again(house, ANSWERS_KEYS=TWO)
    told = rotated(other)
    assert told.exit_code == 1
    assert f"1 brouillons ou documents non lus. Des réponses sont chiffrées avec la clé {name_of(read_key(ONE))}" in (
        told.output
    )
    page = other.visitor("porteur_projet").get(f"{draft}/parties/base/")
    assert (page.status, name_of(read_key(ONE)) in page.text) == (500, False)


def test_without_a_key_there_is_nothing_to_rotate(tmp_path):
    told = rotated(house_in(tmp_path))
    assert (told.exit_code, "ANSWERS_KEYS n’est pas réglé" in told.output) == (1, True)


def test_a_new_key_may_be_given_as_it_is_told(tmp_path):
    house = house_in(tmp_path)
    register(house.app)
    key = house.app.test_cli_runner().invoke(args=["answers", "key"]).output.strip()
    assert len(json.dumps(key)) == 46
    assert again(house, ANSWERS_KEYS=key).settings.answers_keys == (read_key(key),)
