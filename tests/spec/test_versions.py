import pytest

from questionnaire.spec.versions import is_version, natural


def test_versions_sort_as_people_read_them():
    assert sorted(["2026-10", "2026-2", "2025-11", "2026-2a"], key=natural) == [
        "2025-11",
        "2026-2",
        "2026-2a",
        "2026-10",
    ]


@pytest.mark.parametrize("name, good", [("2026-1", True), ("1.0", True), ("", False), ("a b", False), ("-1", False)])
def test_version_is_a_word(name, good):
    assert is_version(name) is good
