import pytest

from questionnaire.lifecycle import BadReference, check_pattern, make_reference, series


@pytest.mark.parametrize("pattern", ["FP-{year}-{number:04}", "{number}", "CH/{number:06}"])
def test_good_patterns_are_taken(pattern):
    check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "FP-{year}",
        "FP-{number}-{number}",
        "{year}{year}-{number}",
        "FP-{numero}",
        "FP-{number",
        "FP-{}",
        "FP-{number!r}",
        "FP-{number:>90}",
        "FP-{year:02}-{number}",
        "FP-{number.real}",
        "F" * 60 + "{number}",
    ],
)
def test_bad_patterns_are_refused(pattern):
    with pytest.raises(BadReference):
        check_pattern(pattern)


def test_reference_pads_its_number():
    assert make_reference("FP-{year}-{number:04}", 2026, 42) == "FP-2026-0042"
    assert make_reference("FP-{year}-{number:04}", 2026, 12345) == "FP-2026-12345"


def test_series_starts_again_only_with_a_year_in_the_reference():
    assert series("FP-{year}-{number:04}", 2026) == "FP-2026-{number:04}"
    assert series("FP-{number:04}", 2026) == series("FP-{number:04}", 2027)
