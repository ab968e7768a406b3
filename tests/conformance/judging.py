"""Say whether an answer counts as equal to what a case expects."""

import math
import re
from typing import Any

Case = dict[str, Any]

WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_RELATIVE = 1e-9
_LAST_DIGIT = 1e-12


def expected_in(case: Case, zone: str) -> Case | None:
    """Return the case as it holds in `zone`; None when it holds only elsewhere, or is marked to skip."""
    if case.get("skip") or case.get("quirk"):
        return None
    tied = case.get("tz")
    if tied is None or tied == zone or (tied == "GMT" and zone == "UTC"):
        return case
    in_utc = case.get("peer_value_in_utc")
    answered = in_utc is not None and not str(in_utc).startswith("ERR")
    if zone != "UTC" or not answered or case.get("check") or case["type"] == "nodeset":
        return None
    return {**case, "expected": in_utc}


def agrees(case: Case, value: Any) -> bool:
    """Tell whether `value` is the expected answer, or the one of another engine where engines disagree."""
    wanted = [case["expected"], *(other["expected"] for other in case.get("conflicts", []))]
    return any(_equal({**case, "expected": one}, value) for one in wanted)


def _equal(case: Case, value: Any) -> bool:
    match case["type"]:
        case "nodeset":
            return _same_nodes(case, value)
        case "boolean":
            return value is bool(case["expected"])
        case "number":
            return _same_number(case, _number(value), _number(case["expected"]))
        case _:
            return _same_text(case, value)


def _same_nodes(case: Case, value: Any) -> bool:
    expected = case["expected"]
    if isinstance(expected, dict):
        return bool(len(value) == expected["count"])
    return bool(sorted(value) == sorted(expected) if case.get("unordered") else value == expected)


def _number(value: Any) -> float:
    if isinstance(value, str):
        text = value.strip()
        return WORDS[text] if text in WORDS else float(text) if _NUMBER.fullmatch(text) else math.nan
    return float(value)


def _same_number(case: Case, got: float, wanted: float) -> bool:
    if factor := case.get("round_factor"):
        got = math.floor(got * factor + 0.5) / factor
    if math.isnan(wanted) or math.isnan(got):
        return math.isnan(wanted) and math.isnan(got)
    if math.isinf(wanted) or math.isinf(got):
        return got == wanted
    tolerance: float = max(case.get("abs_tol", 0), _RELATIVE * max(1.0, abs(wanted)))
    return abs(got - wanted) <= tolerance


def _same_text(case: Case, value: Any) -> bool:
    expected = case["expected"]
    match case.get("check"):
        case "string-length":
            return bool(len(value) == expected)
        case "regex":
            return re.search(expected, value) is not None
    if value == expected:
        return True
    got, wanted = _number(value), _number(expected)
    return abs(got - wanted) <= _LAST_DIGIT * max(1.0, abs(wanted))
