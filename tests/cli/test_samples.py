import json

import pytest
from click.testing import CliRunner

from questionnaire.cli.samples import samples

DEMO = """form: demo
title: Démo
sections:
  - name: page
    title: Page
    questions:
      - {name: avis, kind: yes_no, label: Avis, required: true}
      - {name: oui, kind: note, label: Merci, relevant: "${avis} = 'oui'"}
      - {name: jamais, kind: note, label: Jamais, relevant: "${avis} = 'peut_etre'"}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "forms" / "demo").mkdir(parents=True)
    (tmp_path / "forms" / "demo" / "2026-1.yaml").write_text(DEMO, encoding="utf-8")
    monkeypatch.setenv("FORMS_PATH", str(tmp_path / "forms"))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return lambda *arguments: CliRunner().invoke(samples, arguments)


def test_samples_are_written_and_what_none_reaches_is_told(run, tmp_path):
    result = run("demo", "--to", str(tmp_path / "out"), "--day", "2026-03-02")
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "out").iterdir()}
    assert {sheet["avis"] for sheet in written.values()} == {"non", "oui"}
    assert {"complet.json", "minimal.json"} <= set(written)
    assert result.stdout.splitlines()[-4:] == [
        "Questions atteintes\u00a0: 2 sur 3.",
        "Conditions vues vraies, puis fausses\u00a0: 3 sur 4.",
        "jamais\u00a0: cette question n’est jamais posée.",
        "jamais\u00a0: sa condition n’est jamais vraie (${avis} = 'peut_etre').",
    ]
    assert result.exit_code == 0


def test_strict_fails_while_something_is_missed(run):
    assert run("demo", "--strict").exit_code == 1


def test_report_as_json(run):
    report = json.loads(run("demo", "--json").stdout)
    assert (report["form"], report["version"], report["failures"]) == ("demo", "2026-1", [])
    assert report["missed"] == [
        {"name": "jamais", "rule": "asked", "truth": True}, {"name": "jamais", "rule": "relevant", "truth": True},
    ]  # fmt: skip


def test_nothing_is_written_beside_what_is_there(run, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mien.json").write_text("{}", encoding="utf-8")
    result = run("demo", "--to", str(tmp_path / "out"))
    assert (result.exit_code, "n’est pas vide" in result.stderr) == (1, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mien.json"]
