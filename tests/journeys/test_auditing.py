"""What was done, by whom: noted with the deed itself, read by administrators, exported, verified."""

import csv
import io
import re

import pytest

from questionnaire.access import Role
from questionnaire.cli import register
from questionnaire.journeys.auditing import forget_old
from questionnaire.journeys.demonstration.founding import INHABITANTS
from questionnaire.web.desk import desk
from tests.journeys.house import House, Visitor, example
from tests.scenes import Scene, scenes_in

LOG = "/administration/journal/"


@pytest.fixture(scope="module")
def signed(tmp_path_factory) -> Scene:
    """A fiche begun, finalised, signed and archived."""
    return scenes_in(tmp_path_factory.getbasetemp()).copy("archived", tmp_path_factory.mktemp("audit") / "data")


@pytest.fixture(scope="module")
def admin(signed: Scene) -> Visitor:
    house: House = signed.house
    return house.visitor("admin")


def lines(visitor: Visitor, query: str = "") -> list[tuple[str, str]]:
    """Who did what, the latest first."""
    page = visitor.get(LOG + query)
    assert page.status == 200, page.text
    rows = re.findall(r"<tr><th scope=\"row\".*?</th>\s*<td>(.*?)</td><td>(.*?)</td>", page.text, re.DOTALL)
    return [(who, what) for who, what in rows]


def test_life_of_a_document_is_told(admin):
    told = dict.fromkeys(what for _, what in reversed(lines(admin, "?q=Nadia")))
    acts = ("Projet créé", "Document commencé", "Connexion", "Document finalisé", "Document consulté", "Document signé")
    assert [what for what in told if what in acts] == list(acts)


def test_reading_is_noted_too(signed, admin):
    quality = signed.house.visitor("qualite")
    page = quality.get("/archives/")
    document = re.findall(r'href="(/archives/\w+)"', page.text)[0]
    quality.get(document)
    quality.client.get(f"{document}/fichier.pdf")
    told = [what for _, what in lines(admin)]
    assert [what for what in told if what.startswith(("Archive", "Registre"))] == [
        "Archive téléchargée",
        "Archive consultée",
        "Registre consulté",
    ]


def test_reading_the_log_is_itself_noted(admin):
    admin.get(LOG)
    assert lines(admin, "?action=audit_read")


@pytest.mark.parametrize("role", sorted({inhabitant.role for inhabitant in INHABITANTS} - {Role.ADMIN}))
def test_log_is_for_administrators_alone(signed, role):
    visitor = signed.house.visitor(role)
    assert {visitor.get(url).status for url in (LOG, f"{LOG}export.csv")} == {403}


def test_log_never_holds_an_answer(admin):
    text = admin.get(f"{LOG}export.csv").text
    words = [answer for answer in example("complete").values() if isinstance(answer, str) and len(answer) > 12]
    assert [answer for answer in words if answer in text] == [example("complete")["titre"]]


def test_export_is_a_table_for_a_spreadsheet(admin):
    text = admin.get(f"{LOG}export.csv?action=signed").response.get_data().decode("utf-8")
    assert text.startswith("\ufeff")
    head, line = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert (head[2:5], line[2:4]) == (["Personne", "Action", "Objet"], ["Nadia Lemoine", "Document signé"])


def test_date_that_cannot_be_read_is_told_and_kept(admin):
    page = admin.get(f"{LOG}?du=hier")
    assert "Écrivez les dates ainsi" in page.text
    assert 'value="hier"' in page.text


def test_dates_include_their_whole_day(admin):
    assert lines(admin, "?du=2000-01-01&au=31/12/2999")
    assert lines(admin, "?au=01/01/2000") == []


def test_words_are_forgotten_in_time_and_the_chain_holds(house: House):
    house.visitor("porteur_projet").get("/")
    with house.app.test_request_context():
        assert forget_old(desk()) == 0
    register(house.app)
    runner = house.app.test_cli_runner()
    assert "intègre" in runner.invoke(args=["audit", "verify"]).output
