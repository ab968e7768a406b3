import pytest
from click.testing import CliRunner

from questionnaire.cli.exporting import export_command
from questionnaire.cli.importing import import_command

FORM = """\
form: demo
title: Démo
choices:
  lieux: {file: lieux.csv}
sections:
  - name: page
    title: Page
    questions:
      - {name: a, kind: select_one, label: A, choices: lieux}
"""


@pytest.fixture
def demo(tmp_path, monkeypatch):
    folder = tmp_path / "formes" / "demo"
    folder.mkdir(parents=True)
    (folder / "2026-1.yaml").write_text(FORM, encoding="utf-8")
    (folder / "lieux.csv").write_text("name;label\na;A\n", encoding="utf-8")
    monkeypatch.setenv("FORMS_PATH", str(folder.parent))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("end", ["xlsx", "json"])
def test_form_is_written_with_the_files_of_its_lists_and_read_again(demo, end):
    (demo / "sortie").mkdir()
    (demo / "relu").mkdir()
    result = CliRunner().invoke(export_command, ["demo", "--to", f"sortie/demo.{end}"])
    assert (result.exit_code, result.stdout) == (0, f"sortie/demo.{end}\nsortie/lieux.csv\n")
    again = CliRunner().invoke(import_command, [f"sortie/demo.{end}", "--to", "relu"])
    assert (again.exit_code, again.stderr) == (0, "")
    assert (demo / "relu" / "demo" / "lieux.csv").read_text() == "name;label\na;A\n"


def test_file_of_somebody_else_is_left_alone(demo):
    (demo / "lieux.csv").write_text("mien")
    result = CliRunner().invoke(export_command, ["demo", "--to", "demo.xlsx"])
    assert (result.exit_code, (demo / "demo.xlsx").exists(), (demo / "lieux.csv").read_text()) == (1, False, "mien")


@pytest.mark.usefixtures("demo")
def test_unknown_form_is_said():
    result = CliRunner().invoke(export_command, ["rien", "--to", "demo.xlsx"])
    assert (result.exit_code, "Il n’y a pas de formulaire" in result.stderr) == (1, True)
