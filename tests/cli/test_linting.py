import json

import pytest
from click.testing import CliRunner

from questionnaire.cli.linting import lint

DEMO = """form: demo
title: Démo
minutes: 1
sections:
  - name: page
    title: Page
    questions:
      - {name: avis, kind: text, label: Avis du COPIL}
"""
LEFT = DEMO + "acknowledged: [{advice: unknown_acronym, of: avis, reason: Tous le connaissent ici.}]\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "demo").mkdir()
    monkeypatch.setenv("FORMS_PATH", str(tmp_path))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def invoke(text, *arguments):
        (tmp_path / "demo" / "2026-1.yaml").write_text(text, encoding="utf-8")
        return CliRunner().invoke(lint, arguments)

    return invoke


def test_advice_is_told_line_by_line_with_its_place_and_remedy(run):
    result = run(DEMO, "demo")
    assert result.stdout.splitlines()[2] == (
        "demo/2026-1.yaml:8:49: conseil unknown_acronym Le sigle «\u00a0COPIL\u00a0» n’est expliqué"
        " ni dans ce formulaire ni dans le lexique."
        " (Écrivez ses mots en entier avant lui, ou ajoutez-le à lexicon.yaml.)"
    )
    assert (result.exit_code, result.stderr) == (0, "demo 2026-1\u00a0: 1 conseil, 2 informations.\n")


@pytest.mark.parametrize("text, code", [(DEMO, 1), (LEFT, 0)])
def test_strict_fails_while_something_is_left(run, text, code):
    assert run(text, "--strict").exit_code == code


def test_what_is_left_is_told_on_demand_with_why(run):
    assert "unknown_acronym" not in run(LEFT).stdout
    result = run(LEFT, "--acknowledged")
    assert result.stdout.splitlines()[-1] == "  laissé\u00a0: Tous le connaissent ici."
    assert result.stderr == "demo 2026-1\u00a0: 2 informations (1 laissé, avec une raison).\n"


def test_advice_as_json(run):
    (found,) = json.loads(run(LEFT, "--json", "demo/2026-1.yaml").stdout)
    assert [found["form"], [each["code"] for each in found["advice"]]] == ["demo", ["reading_level", "time_to_fill"]]
    assert [(each["severity"], each["line"], each["reason"]) for each in found["acknowledged"]] == [
        ("conseil", 8, "Tous le connaissent ici.")
    ]


@pytest.mark.parametrize("text, names", [(DEMO, ["autre"]), ("form: demo\n", ["demo/2026-1.yaml"])])
def test_what_is_no_form_is_told(run, text, names):
    result = run(text, *names)
    assert (result.exit_code, result.stdout, result.stderr.startswith("Error: ")) == (1, "", True)
