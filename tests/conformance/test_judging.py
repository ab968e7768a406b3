"""When two answers count as the same."""

import pytest

from tests.conformance.judging import agrees, expected_in


@pytest.mark.parametrize(
    "case, value, same",
    [
        ({"type": "number", "expected": 1}, 1.0000000001, True),
        ({"type": "number", "expected": 1}, 1.001, False),
        ({"type": "number", "expected": "NaN"}, "NaN", True),
        ({"type": "number", "expected": 1}, "NaN", False),
        ({"type": "number", "expected": "-Infinity"}, "Infinity", False),
        ({"type": "number", "expected": 0.29, "round_factor": 100}, 0.2916, True),
        ({"type": "string", "expected": "a"}, "a", True),
        ({"type": "string", "expected": "a"}, "b", False),
        ({"type": "string", "expected": "0.3"}, "0.30000000000000004", True),
        ({"type": "string", "expected": 36, "check": "string-length"}, "x" * 36, True),
        ({"type": "string", "expected": "^a+$", "check": "regex"}, "aab", False),
        ({"type": "boolean", "expected": True}, True, True),
        ({"type": "boolean", "expected": True}, 1.0, False),
        ({"type": "boolean", "expected": True, "conflicts": [{"expected": False}]}, False, True),
        ({"type": "nodeset", "expected": {"count": 2}}, ["/a", "/b"], True),
        ({"type": "nodeset", "expected": ["/a", "/b"]}, ["/b", "/a"], False),
        ({"type": "nodeset", "expected": ["/a", "/b"], "unordered": True}, ["/b", "/a"], True),
    ],
)
def test_agrees(case, value, same):
    assert agrees(case, value) is same


TIED = {"type": "number", "expected": 0.29, "tz": "America/Phoenix", "peer_value_in_utc": 0}


@pytest.mark.parametrize(
    "case, zone, expected",
    [
        (TIED, "America/Phoenix", 0.29),
        (TIED, "UTC", 0),
        (TIED, "Europe/Paris", None),
        ({**TIED, "peer_value_in_utc": None}, "UTC", None),
        ({**TIED, "peer_value_in_utc": "ERR: no"}, "UTC", None),
        ({"type": "number", "expected": 1, "tz": "GMT"}, "UTC", 1),
        ({"type": "number", "expected": 1, "quirk": True}, "UTC", None),
        ({"type": "number", "expected": 1}, "Europe/Paris", 1),
    ],
)
def test_expectation_in_a_zone(case, zone, expected):
    here = expected_in(case, zone)
    assert (here and here["expected"]) == expected
