import json

import pytest
from click.testing import CliRunner
from xlsxwriter import Workbook

from questionnaire.cli.importing import import_command
from questionnaire.spec import check_folder


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "formes").mkdir()
    monkeypatch.setenv("FORMS_PATH", str(tmp_path / "formes"))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(import_command, arguments)


def _workbook(path, *rows):
    with Workbook(path) as book:
        survey, settings = book.add_worksheet("survey"), book.add_worksheet("settings")
        for number, row in enumerate((("type", "name", "label", "appearance"), *rows)):
            survey.write_row(number, 0, row)
        settings.write_row(0, 0, ("form_id", "version"))
        settings.write_row(1, 0, ("visite", "2026-3"))
    return str(path)


def test_form_of_a_workbook_stands_in_its_folder_and_is_sound(run, tmp_path):
    result = run(_workbook(tmp_path / "v.xlsx", ("text", "nom", "Nom", "w1")))
    assert (result.exit_code, check_folder(tmp_path / "formes")) == (0, [])
    assert (tmp_path / "formes" / "visite" / "2026-3.yaml").is_file()
    assert result.stderr == (
        "Feuille «\u00a0survey\u00a0», ligne 2, colonne D «\u00a0appearance\u00a0»\u00a0: l’apparence «\u00a0w1\u00a0» "
        "n’est pas reprise.\n"
    )


def test_refused_workbook_writes_nothing(run, tmp_path):
    result = run(_workbook(tmp_path / "v.xlsx", ("textt", "nom", "Nom")))
    assert (result.exit_code, list((tmp_path / "formes").iterdir())) == (1, [])
    assert result.stderr.endswith("(Vouliez-vous dire «\u00a0text\u00a0»\u00a0?)\nError: Rien n’a été écrit.\n")


def test_form_that_is_there_is_left_alone(run, tmp_path):
    workbook = _workbook(tmp_path / "v.xlsx", ("text", "nom", "Nom"))
    run(workbook)
    (tmp_path / "formes" / "visite" / "2026-3.yaml").write_text("mien")
    result = run(workbook)
    assert (result.exit_code, "existe déjà" in result.stderr) == (1, True)
    assert (tmp_path / "formes" / "visite" / "2026-3.yaml").read_text() == "mien"


def test_lists_of_the_workbooks_folder_are_taken_and_of_no_other(run, tmp_path):
    (tmp_path / "dossier").mkdir()
    (tmp_path / "secret.csv").write_text("name;label\nx;X\n")
    (tmp_path / "dossier" / "lieux.csv").write_text("name;label\na;A\n")
    rows = (("select_one_from_file lieux.csv", "a", "A"), ("select_one_from_file ../secret.csv", "b", "B"))
    result = run(_workbook(tmp_path / "dossier" / "v.xlsx", *rows), "--to", str(tmp_path / "formes"))
    assert result.exit_code == 0
    written = {path.name: path.read_text() for path in (tmp_path / "formes" / "visite").glob("*.csv")}
    assert written == {"lieux.csv": "name;label\na;A\n", "secret.csv": "name;label\na_remplacer;À remplacer\n"}


def test_questionnaire_of_fhir_stands_in_its_folder_and_is_sound(run, tmp_path):
    items = [{"linkId": "nom", "type": "string", "text": "Nom", "code": [{"code": "x"}]}]
    resource = {"resourceType": "Questionnaire", "status": "active", "name": "Visite", "item": items}
    (tmp_path / "v.json").write_text(json.dumps(resource), encoding="utf-8")
    result = run(str(tmp_path / "v.json"))
    assert (result.exit_code, check_folder(tmp_path / "formes")) == (0, [])
    assert [path.parent.name for path in (tmp_path / "formes").glob("*/*.yaml")] == ["visite"]
    missing = "un code sans l’adresse de sa terminologie («\u00a0system\u00a0»)"
    assert result.stderr == f"Élément «\u00a0nom\u00a0»\u00a0: {missing}\u00a0: non repris.\n"
