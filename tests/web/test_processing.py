"""« Registre des traitements »: read and taken away by those who answer for it, refused to the others."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from questionnaire.access import Role
from tests.journeys.house import House, found_house

URL = "/administration/traitements/"
READERS = {Role.ADMIN, Role.QUALITE, Role.REFERENT_PARTENARIAT}


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_house(tmp_path_factory.mktemp("processing"))


def test_every_form_is_told_with_why_and_for_whom(house):
    page = house.visitor("qualite").get(URL)
    assert page.text.count("<dt>Finalité</dt>") == 4
    for said in (
        "<h2>Charte du partenariat patients-professionnels</h2>",
        "<dd>mission d’intérêt public (article 6, 1, e)</dd>",
        "<li>Décrivez ce lien</li>",
        "«\u00a0Décrivez ce lien\u00a0»\u00a0: porteur du projet, département qualité, référent partenariat",
        "<dt>Responsable de traitement</dt><dd>Hôpital de démonstration</dd>",
        "Gardées en clair\u00a0: cette installation n’a pas de clé de chiffrement",
        "<dt>Brouillon sans activité</dt><dd>12\u00a0mois, annoncés à 11\u00a0; puis supprimé",
    ):
        assert said in page.text, said


@pytest.mark.parametrize("role", Role)
def test_those_who_answer_for_it_find_it_and_the_others_are_refused(place, role):
    visitor = place.visitor(f"ailleurs_{role}")
    expected = 200 if role in READERS else 403
    assert [visitor.client.get(url).status_code for url in (URL, f"{URL}registre.xlsx")] == [expected] * 2


def test_quality_finds_it_in_the_menu_where_it_administers_nothing_else(house):
    quality = house.visitor("qualite").get("/")
    assert f'href="{URL}">Registre des traitements</a>' in quality.text
    assert URL in house.visitor("admin").get("/administration/").text


def test_the_table_holds_the_same(house):
    answer = house.visitor("qualite").client.get(f"{URL}registre.xlsx")
    assert answer.headers["Content-Disposition"] == "attachment; filename=registre-des-traitements.xlsx"
    book = load_workbook(BytesIO(answer.data))
    assert book.sheetnames == ["registre", "durees"]
    rows = list(book["registre"].values)
    assert (len(rows), rows[0][0], rows[0][7]) == (5, "Traitement", "Consentements explicites")
    assert {row[1] for row in rows[1:]} == {"Hôpital de démonstration"}
