"""The facts of the dialect hold, in several zones; so do those of a larger file where one is given."""

import json
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.conformance.answering import answer
from tests.conformance.xpath import verdict

FACTS = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
ZONES = ["UTC", "Europe/Paris", "America/Cayenne", "Pacific/Noumea"]


def verdicts(cases, zone):
    now = datetime(2026, 7, 14, 0, 30, tzinfo=ZoneInfo(zone))
    return {case["id"]: verdict(case, answer(case, now), zone) for case in cases}


@pytest.mark.parametrize("zone", ZONES)
def test_every_fact_of_the_dialect_holds(zone):
    found = verdicts(FACTS, zone)
    assert {case["id"]: case["expr"] for case in FACTS if found[case["id"]] != "passed"} == {}


@pytest.mark.skipif("XPATH_CASES" not in os.environ, reason="XPATH_CASES names no file of cases")
@pytest.mark.parametrize("zone", ZONES)
def test_no_served_case_of_the_given_file_fails(zone):
    cases = json.loads(Path(os.environ["XPATH_CASES"]).read_text(encoding="utf-8"))
    counts = Counter(verdicts(cases, zone).values())
    assert (counts["failed"], counts["passed"] > 0) == (0, True)
