import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from questionnaire.cli.rehearsal import rehearse_command
from questionnaire.config import SHIPPED_FORMS, Settings
from questionnaire.journeys.papers.rehearsing import rehearse
from questionnaire.proof.report import Verdict
from questionnaire.spec import Catalogue, load

SHIPPED = Catalogue.read([SHIPPED_FORMS])
DEMO = (
    "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A, required: true}\n"
)


@pytest.fixture
def put(tmp_path):
    """Write a version of the form ``demo`` with these answers as its example."""

    def write(answers, version="2026-1"):
        place = tmp_path / "forms" / "demo"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{version}.json").write_text(answers if isinstance(answers, str) else json.dumps(answers))
        (place / f"{version}.yaml").write_text(f"{DEMO}examples: [{version}.json]\n", encoding="utf-8")
        return place

    return write


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("FORMS_PATH", str(tmp_path / "forms"))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return lambda *names: CliRunner().invoke(rehearse_command, names)


@pytest.mark.parametrize("form", SHIPPED.forms, ids=lambda form: f"{form.name}-{form.version}")
def test_shipped_form_can_be_filled_to_its_pdf(form):
    settings = Settings.read({}, serving=False)
    rehearsals = list(rehearse(form, SHIPPED_FORMS / form.name, settings, datetime.now(UTC)))
    assert [rehearsal for rehearsal in rehearsals if not rehearsal.passed] == []
    assert [rehearsal.example for rehearsal in rehearsals] == list(form.examples)


def test_every_shipped_form_has_an_example():
    assert [form.name for form in SHIPPED.forms if not form.examples] == []


def test_no_shipped_form_is_put_aside():
    assert dict(SHIPPED.quarantined) == {}


def test_example_is_told_with_its_pages(run, put, tmp_path):
    put({"a": "x"})
    result = run()
    assert (result.exit_code, result.stdout) == (0, "demo 2026-1.json\u00a0: PDF de 1 page, authentique\n")
    assert not (tmp_path / "data").exists()


def test_problems_of_an_example_are_told(run, put):
    put({"a": None})
    result = run("demo")
    first, second = result.stdout.splitlines()
    assert first == "demo 2026-1.json\u00a0: pas de PDF, des réponses sont à corriger"
    assert (result.exit_code, second.startswith("  a: required ")) == (1, True)


def test_file_that_holds_no_answers_is_told(run, put):
    put("[")
    result = run()
    assert (result.exit_code, "n’est pas un fichier JSON lisible" in result.stdout) == (1, True)


def test_example_that_is_not_there_is_told(run, put):
    (put({"a": "x"}) / "2026-1.json").unlink()
    result = run()
    assert (result.exit_code, "2026-1.json" in result.stdout, result.exception is None) == (1, True, False)


def test_every_version_is_tried_and_all_failures_told(run, put):
    put({}, "2025-1")
    put({"a": "x"})
    result = run()
    lines = [line.partition("\u00a0: ")[0] for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert (result.exit_code, lines) == (1, ["demo 2025-1 2025-1.json", "demo 2026-1.json"])


def test_name_asks_for_the_last_version(run, put):
    put({}, "2025-1")
    put({"a": "x"})
    assert run("demo").exit_code == 0


def test_form_without_example_is_said(run, put):
    (put({}) / "2026-1.yaml").write_text(DEMO, encoding="utf-8")
    result = run()
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "demo\u00a0: aucun exemple\n")


def test_form_put_aside_fails(run, put):
    (put({}) / "2026-1.yaml").write_text("titre: x\n")
    result = run()
    assert (result.exit_code, "mis de côté" in result.stderr) == (1, True)


def test_unknown_name_is_told(run, put):
    put({"a": "x"})
    assert run("autre").exit_code == 1


def test_form_without_seal_is_drawn_and_not_verified(put):
    place = put({"a": "x"})
    form = replace(load(place / "2026-1.yaml"), archive="none")
    (rehearsal,) = rehearse(form, place, Settings.read({}, serving=False), datetime.now(UTC))
    assert (rehearsal.passed, rehearsal.pages, rehearsal.verdict) == (True, 1, None)


def test_pdf_that_is_not_authentic_does_not_pass(put):
    place = put({"a": "x"})
    (rehearsal,) = rehearse(load(place / "2026-1.yaml"), place, Settings.read({}, serving=False), datetime.now(UTC))
    assert [replace(rehearsal, verdict=verdict).passed for verdict in Verdict] == [True, False, False]
