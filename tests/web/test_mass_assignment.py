"""Fields that a form does not have change nothing: each page reads its own, by their names."""

import pytest
from sqlalchemy import select

from questionnaire.journeys.demonstration.founding import PASSWORD
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import membership, organisation, person
from questionnaire.storage.tables.projects import project, project_member
from tests.journeys.house import House, found_house

TABLES = (account, draft, membership, organisation, person, project, project_member)
COLUMNS = sorted({column.name for table in TABLES for column in table.c})
STRANGE = {
    **dict.fromkeys(COLUMNS, "ailleurs"),
    "is_admin": "1",
    "admin": "true",
    "roles": "admin",
    "role[]": "admin",
    "person[role]": "admin",
    "user": '{"role": "admin"}',
    "__class__": "Actor",
    "actor": "admin",
    "perimeter": "*",
    "remember": "y",
}
"""The names of all columns, and what attackers try."""


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_house(tmp_path_factory.mktemp("mass") / "data")


def rows(house: House, *moving: str):
    """The rows of these tables, without the columns that any save moves."""
    with open_session(house.settings.database_url) as session:
        return {
            table.name: sorted(
                str({name: value for name, value in row.items() if name not in moving})
                for row in session.execute(select(table)).mappings()
            )
            for table in TABLES
        }


def strange(*own: str) -> dict[str, str]:
    """The strange fields, without those that the page has."""
    return {name: value for name, value in STRANGE.items() if name not in own}


def test_a_section_takes_answers_to_its_questions_only(house):
    porteur = house.visitor("porteur_projet")
    begun = porteur.begin()
    before = rows(house, "revision", "updated_at", "active_at")
    url = f"{begun}/parties/identite/"
    page = porteur.get(url)
    porteur.post(url, {**strange(), "_rev": page.hidden("_rev")})
    assert rows(house, "revision", "updated_at", "active_at") == before


def test_signing_in_keeps_nothing_beyond_the_session(house):
    stranger = house.visitor("qualite").client.application.test_client()
    page = stranger.get("/connexion").get_data(as_text=True)
    token = page.split('name="_csrf"')[1].split('value="')[1].partition('"')[0]
    data = {**strange("email", "password"), "_csrf": token, "email": "qualite@demo.example", "password": PASSWORD}
    answer = stranger.post("/connexion", data=data)
    assert {cookie.partition("=")[0] for cookie in answer.headers.getlist("Set-Cookie")} <= {"session", "browser"}
    assert answer.status_code == 302


@pytest.mark.parametrize(
    "url, own",
    [
        ("/compte/mot-de-passe", ("current", "new", "again")),
        ("/messages/preferences", ("comment", "courriels", "rythme")),
        ("/dossiers/", ("formulaire",)),
    ],
)
def test_pages_of_ones_own_take_no_other_field(house, url, own):
    porteur = house.visitor("porteur_projet")
    porteur.get("/compte/")
    before = rows(house, "update_datetime")
    assert porteur.post(url, strange(*own)).status < 500
    assert rows(house, "update_datetime") == before


def test_nobody_names_their_own_role_or_organisation_when_a_person_is_entered(house):
    referent = house.visitor("referent_partenariat")
    referent.get("/administration/personnes/ajouter")
    before = rows(house)
    page = referent.post("/administration/personnes/ajouter", {**strange("place", "account"), "email": "x"})
    assert (page.status in {404, 422}, rows(house)) == (True, before)
