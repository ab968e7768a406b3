"""Answers to FHIR and back, from a terminal."""

import json

import pytest
from click.testing import CliRunner

from questionnaire.cli.responses import answers_command, response_command

FORM = """\
form: demo
title: Démo
sections:
  - name: page
    title: Page
    questions:
      - {name: a, kind: integer, label: A}
      - {name: b, kind: text, label: B}
"""


@pytest.fixture
def demo(tmp_path, monkeypatch):
    (tmp_path / "formes" / "demo").mkdir(parents=True)
    (tmp_path / "formes" / "demo" / "2026-1.yaml").write_text(FORM, encoding="utf-8")
    monkeypatch.setenv("FORMS_PATH", str(tmp_path / "formes"))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_answers_go_to_a_response_and_come_back(demo):
    (demo / "reponses.json").write_text('{"a": 12, "b": "œuf", "c": 1}', encoding="utf-8")
    written = CliRunner().invoke(response_command, ["demo", "reponses.json", "--to", "response.json"])
    assert (written.exit_code, "c: unknown_question" in written.stderr) == (0, True)
    read = CliRunner().invoke(answers_command, ["demo", "response.json", "--to", "relu.json"])
    assert (read.exit_code, read.stderr) == (0, "")
    assert json.loads((demo / "relu.json").read_bytes()) == {"a": 12, "b": "œuf"}


@pytest.mark.parametrize("text", ["[1]", "{", "[" * 100_000])
def test_what_is_no_file_of_answers_is_said(demo, text):
    (demo / "reponses.json").write_text(text, encoding="utf-8")
    for command in (response_command, answers_command):
        result = CliRunner().invoke(command, ["demo", "reponses.json", "--to", "sortie.json"])
        assert (result.exit_code, (demo / "sortie.json").exists()) == (1, False)
        assert "Error: " in result.stderr
