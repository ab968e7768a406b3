"""A person sees and takes all that is kept of them, and nothing of the others."""

import json

import pytest

from questionnaire.access.deeds import DeedKind
from questionnaire.cli.runner import workshop
from questionnaire.storage import deeds
from questionnaire.storage.database import open_session
from questionnaire.storage.deeds import Sought
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading
from tests.journeys.house import Visitor
from tests.journeys.test_people import add, admin, house, of, place_of
from tests.journeys.test_rekeying import ONE, SECRETS, house_in, tell

__all__ = ["add", "admin", "house", "place_of"]

PAGE = "/compte/donnees/"
TITLE = "Bien vivre avec la maladie"
FILE = f"{PAGE}fichier.json"


def taken(visitor, url=FILE):
    """The file of an address."""
    answer = visitor.client.get(url)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return json.loads(answer.get_data())


def noted(house):
    """The exports in the audit log: who was the subject."""
    with open_session(house.settings.database_url) as session, reading(session):
        place = workshop(house.settings, session).desk.session
        sought = Sought(kinds=frozenset({DeedKind.OWN_DATA_TAKEN}))
        return [each.deed.subject for each in deeds.search(place, whole_perimeter(place), sought, 10)]


def test_page_says_what_is_kept_why_how_long_and_who_sees_it(house):
    visitor = house.visitor("porteur_projet")
    assert "Voir et prendre mes données" in visitor.get("/compte/").text
    page = visitor.get(PAGE).text
    for words in ("Pourquoi", "Combien de temps", "Qui le voit", "supprimé après 12\u00a0mois", "365\u00a0jours"):
        assert words in page, words


def test_file_has_ones_own_answers_and_is_noted_before_it_is_read(house):
    nadia, paul = house.visitor("porteur_projet"), house.visitor("copilote")
    draft = nadia.begin()
    nadia.answer(draft, "identite", {"titre": TITLE})
    data = taken(nadia)
    assert (data["format"], data["version"], data["person"]["name"]) == ("mes-donnees", 1, "Nadia Lemoine")
    assert TITLE in [row["value"] for row in data["parts"]["answers"]]
    assert [row["kind"] for row in data["parts"]["acts"]][-1] == "own_data_taken"
    assert taken(paul)["parts"]["answers"] == []
    assert noted(house) == ["Paul Arnoux", "Nadia Lemoine"]


def test_words_of_secret_letters_and_names_of_others_are_left_out(house, admin):
    person = of(admin, "Odette Vasseur")
    admin.post(f"{person}/identite", {"first_name": "Odette", "last_name": "Vasseur", "email": "odette@p.example"})
    visitor = Visitor(house.app.test_client())
    visitor.sign_in("odette@p.example")
    mine = json.loads(visitor.client.get(FILE).get_data())
    assert [row["kind"] for row in mine["parts"]["acts_on_them"]] == ["administered"]
    apart = {name: rows for name, rows in mine["parts"].items() if name != "letters"}  # they read that one by mail
    assert "Delattre" not in json.dumps(apart, ensure_ascii=False)


def test_file_of_somebody_without_account_is_taken_for_them_by_an_administrator(house, admin):
    url = add(admin)
    assert "remettez-lui ce fichier" in admin.get(url).text
    data = taken(admin, f"{url}/donnees/fichier.json")
    assert data["parts"]["identity"][0]["email"] == "rose@patients.example"
    assert noted(house) == ["Rose Blin"]


@pytest.mark.parametrize("name", ["Odette Vasseur", "Nadia Lemoine"])
def test_those_who_have_an_account_take_theirs_themselves(house, admin, name):
    url = of(admin, name)
    assert "remettez-lui" not in admin.get(url).text
    assert "elle prend ses données elle-même" in admin.get(f"{url}/donnees/fichier.json").text
    assert noted(house) == []


def test_answers_that_are_sealed_at_rest_are_opened_for_their_author(tmp_path):
    porteur, _ = tell(house_in(tmp_path, ANSWERS_KEYS=ONE))
    parts = taken(porteur)["parts"]
    told = json.dumps([parts[name] for name in ("answers", "answer_changes", "reasons")], ensure_ascii=False)
    assert [secret for secret in SECRETS[:5] if secret not in told] == []
