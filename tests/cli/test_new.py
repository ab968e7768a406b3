from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from questionnaire.cli.rehearsal import rehearse_command
from questionnaire.cli.starting import new
from questionnaire.spec import check_folder, load

VERSION = f"{datetime.now(UTC).year}-1.yaml"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("FORMS_PATH", str(tmp_path))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return lambda *arguments: CliRunner().invoke(new, arguments)


def test_new_form_is_sound_and_stands_in_the_first_folder_of_forms(run, tmp_path):
    result = run("visite_du_service")
    assert (result.exit_code, check_folder(tmp_path)) == (0, [])
    form = load(tmp_path / "visite_du_service" / VERSION)
    assert (form.name, "".join(map(str, form.title.parts))) == ("visite_du_service", "Visite du service")


def test_new_form_gives_its_pdf_at_once(run):
    run("visite")
    result = CliRunner().invoke(rehearse_command, ["visite"])
    assert (result.exit_code, result.stdout) == (
        0, "visite examples/complet.json\u00a0: PDF de 1 page, authentique\n",
    )  # fmt: skip


def test_new_form_stands_in_the_folder_given(run, tmp_path):
    (tmp_path / "ici").mkdir()
    run("visite", "--folder", str(tmp_path / "ici"))
    assert sorted(path.name for path in (tmp_path / "ici" / "visite").iterdir()) == [VERSION, "examples"]


def test_new_form_names_the_schema_that_is_there(run, tmp_path):
    (tmp_path / "schema.json").write_text("{}")
    run("visite")
    first = (tmp_path / "visite" / VERSION).read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema.json"


def test_form_that_is_there_is_left_alone(run, tmp_path):
    (tmp_path / "visite").mkdir()
    (tmp_path / "visite" / VERSION).write_text("mien")
    result = run("visite")
    assert (result.exit_code, "existe déjà" in result.stderr) == (1, True)
    assert [path.read_text() for path in (tmp_path / "visite").iterdir()] == ["mien"]


@pytest.mark.parametrize("name", ["TITLE", "NAME", "true", "null", "a_"])
def test_any_name_makes_a_sound_form(run, tmp_path, name):
    assert (run(name).exit_code, load(tmp_path / name / VERSION).name) == (0, name)


@pytest.mark.parametrize("name", ["été", "../ailleurs", "a b", "choices", "data", ""])
def test_name_that_no_form_may_have_is_told(run, tmp_path, name):
    result = run(name)
    assert (result.exit_code, result.stderr.startswith("Error: "), list(tmp_path.iterdir())) == (1, True, [])
