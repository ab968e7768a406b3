import json
import re

import pytest
from click.testing import CliRunner
from flask import Flask

from questionnaire.cli import register
from questionnaire.cli.forms import forms
from questionnaire.config import SHIPPED_FORMS

SOUND = (
    "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A}\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "2026-1.yaml").write_text(SOUND, encoding="utf-8")
    monkeypatch.setenv("FORMS_PATH", str(tmp_path))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(forms, arguments)


def test_check_of_sound_forms_exits_with_0_and_no_line(run):
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_of_a_bad_form_exits_with_1(run, tmp_path):
    (tmp_path / "demo" / "2026-2.yaml").write_text("titre: x\n", encoding="utf-8")
    assert run("check").exit_code == 1


def test_every_line_of_a_check_has_file_line_column_code_message(run, tmp_path):
    (tmp_path / "bad.yaml").write_text("titre: x\nform: Exemple : ceci\n", encoding="utf-8")
    lines = run("check", "bad.yaml").stdout.splitlines()
    assert [line for line in lines if not re.fullmatch(r"bad\.yaml:\d+:\d+: [a-z_]+ .+", line)] == []
    assert lines[-1].startswith("bad.yaml:2:15: colon_in_text Ce texte contient")


def test_check_of_several_paths_tells_all(run, tmp_path):
    (tmp_path / "bad.yaml").write_text("- x\n", encoding="utf-8")
    lines = run("check", "no.yaml", "bad.yaml", "demo").stdout.splitlines()
    assert [line.split()[1] for line in lines] == ["unreadable_file", "expected_keys"]


def test_list_as_json(run):
    (row,) = json.loads(run("list", "--json").stdout)
    digest = row.pop("digest")
    assert (row, len(digest)) == ({"form": "demo", "version": "2026-1", "title": "Démo", "questions": 1}, 64)


def test_list_for_people(run):
    assert run("list").stdout == "demo 2026-1 – Démo (1 questions)\n"


def test_list_says_what_is_put_aside(run, tmp_path):
    (tmp_path / "demo" / "2026-2.yaml").write_text("titre: x\n", encoding="utf-8")
    result = run("list", "--json")
    assert (len(json.loads(result.stdout)), result.stderr.startswith("demo/2026-2.yaml")) == (1, True)


def test_folder_that_is_not_there_is_told_without_a_trace(run, monkeypatch, tmp_path):
    monkeypatch.setenv("FORMS_PATH", str(tmp_path / "nowhere"))
    result = run("check")
    assert (result.exit_code, "FORMS_PATH" in result.stderr) == (1, True)


def test_group_has_the_commands_that_the_guide_lists():
    app = Flask(__name__)
    register(app)
    guide = (SHIPPED_FORMS / "README.md").read_text(encoding="utf-8").split("## Commands of authors")[1]
    listed = re.findall(r"^\| `(\w+)", guide.split("\n## ")[0], re.MULTILINE)
    assert sorted(listed) == sorted(forms.commands)
