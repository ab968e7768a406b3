"""The runner's own behaviour: what it writes, counts and returns."""

import json

import pytest

from tests.conformance.xpath import main

CASES = [
    {"id": "a", "expr": "1 + 1", "expected": 2, "type": "number"},
    {"id": "b", "expr": "0 div 0", "expected": "NaN", "type": "number"},
    {"id": "c", "expr": "jr:itext('abc')", "expected": "abc", "type": "string"},
    {
        "id": "d",
        "expr": "/a/b",
        "expected": "x",
        "type": "string",
        "instance": "<a><b>x</b></a>",
        "context": "/",
    },
    {"id": "e", "expr": "1 +", "expected": None, "type": "error"},
    {"id": "f", "expr": "1", "expected": 2, "type": "number", "tz": "America/Phoenix"},
    {
        "id": "g",
        "expr": ".",
        "expected": "7",
        "type": "string",
        "instance": "<a id='7'><b>x</b></a>",
        "context": "/*[1]/@id",
    },
]


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run(cases, zone="UTC"):
        monkeypatch.setenv("TZ", zone)
        source, answers = tmp_path / "cases.json", tmp_path / "answers.json"
        source.write_text(json.dumps(cases))
        status = main([str(source), "--answers", str(answers)])
        return status, capsys.readouterr().out.splitlines(), json.loads(answers.read_text())

    return run


def test_served_cases_are_counted_on_the_last_line(run):
    status, lines, _ = run(CASES)
    assert (status, lines) == (0, ["1 not served yet, 1 not applicable in UTC", "5 passed, 0 failed"])


def test_every_case_gets_an_answer_or_an_error(run):
    _, _, answers = run(CASES)
    assert [(entry["id"], entry.get("value"), "error" in entry) for entry in answers] == [
        ("a", 2.0, False),
        ("b", "NaN", False),
        ("c", None, True),
        ("d", "x", False),
        ("e", None, True),
        ("f", 1.0, False),
        ("g", "7", False),
    ]


def test_failure_is_shown_and_returned(run):
    status, lines, _ = run(CASES, "America/Phoenix")
    assert (status, lines) == (
        1,
        [
            "f: '1' expected 2, got 1.0",
            "1 not served yet, 0 not applicable in America/Phoenix",
            "5 passed, 1 failed",
        ],
    )
