"""The audit of libraries: a known weakness stops a change; a silent database does not, and is no good news either."""

import importlib.util
import json

import pytest

from tests.architecture.sources import CHECKOUT

SOUND = {"name": "flask", "version": "3.1.3", "vulns": []}
WEAK = {"name": "old", "version": "1.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["1.1", "2.0"]}]}
HOPELESS = {"name": "gone", "version": "1.0", "vulns": [{"id": "PYSEC-2026-2", "fix_versions": []}]}
UNKNOWN = {"name": "lost", "skip_reason": "Dependency not found on PyPI and could not be audited: lost (1.0)"}


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("audit", CHECKOUT / "scripts" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ending(script, monkeypatch, *found, arguments=()):
    """The exit code, and what is told."""
    verdict = script.judged(json.dumps({"dependencies": found}))
    monkeypatch.setattr(script, "audit", lambda: verdict)
    return script.main(arguments), verdict.told


def test_a_known_weakness_is_an_error_with_its_remedy(script, monkeypatch):
    assert ending(script, monkeypatch, SOUND, WEAK, HOPELESS, UNKNOWN)[0] == 1
    assert script.judged(json.dumps({"dependencies": [WEAK, HOPELESS]})).weak == (
        "old 1.0, PYSEC-2026-1; mended in 1.1, 2.0",
        "gone 1.0, PYSEC-2026-2; mended in none",
    )


def test_libraries_that_are_sound_are_counted(script, monkeypatch):
    assert ending(script, monkeypatch, SOUND, SOUND) == (0, "2 libraries asked about, 0 weaknesses known.")


def test_a_database_that_knows_nothing_is_said_loudly_and_is_no_error(script, monkeypatch):
    code, told = ending(script, monkeypatch, UNKNOWN, UNKNOWN)
    assert (code, told.startswith("AUDIT NOT DONE for 2 of 2 libraries")) == (0, True)
    assert ending(script, monkeypatch, UNKNOWN, arguments=("--strict",))[0] == 2


@pytest.mark.parametrize("report", ["", "ERROR: no network", "[]", "{}", "null"])
def test_no_report_at_all_is_said_loudly_and_is_no_error(script, monkeypatch, report):
    verdict = script.judged(report)
    monkeypatch.setattr(script, "audit", lambda: verdict)
    assert (script.main(()), script.main(("--strict",))) == (0, 2)
    assert verdict.told.startswith("AUDIT NOT DONE: the database of weaknesses could not be asked.")


def test_a_silent_network_ends_in_time(script, monkeypatch, tmp_path):
    monkeypatch.setattr(script, "PATIENCE", 0.001)
    assert script.audit(tmp_path / "pins.txt") == script.Verdict()


def test_every_pin_is_one_that_the_audit_reads():
    pins = [line for line in (CHECKOUT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert [line for line in pins if line.count("==") != 1] == []


def test_the_check_of_a_change_runs_it():
    assert "\nmake audit\n" in (CHECKOUT / ".ci" / "run").read_text()
