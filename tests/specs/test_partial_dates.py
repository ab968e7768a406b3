"""A month, a year: read as people write them, compared as their first day, bounded as a whole."""

import pytest

from questionnaire.spec.values import Unreadable
from tests.filling.building import codes, filled, messages, tiny

# The world of these tests stands on the 3rd of March 2026.
MONTH, YEAR = tiny("month"), tiny("year")


@pytest.mark.parametrize(
    "typed",
    ["03/2026", "3/2026", "2026-03", "mars 2026", "MARS 2026", "mar. 2026", "3 2026", "2026-03-14", "14/03/2026"],
)
def test_a_month_is_read_as_people_write_it(typed):
    done = filled(MONTH, {"debut": typed})
    assert (done.wording.shown("debut"), messages(done)) == (("mars 2026",), [])


@pytest.mark.parametrize(
    "typed", ["13/2026", "0/2026", "2026", "ju 2026", "jui 2026", "brumaire 2026", "03/26", "mars"]
)
def test_what_is_no_month_is_kept_with_why(typed):
    done = filled(MONTH, {"debut": typed})
    answer = done.answer("debut")
    assert isinstance(answer, Unreadable)
    assert (codes(done), answer.text) == ([("debut", "not_a_month")], typed)


@pytest.mark.parametrize(
    "sheet, said",
    [
        ({"debut": "2025-12"}, ["Indiquez un mois, au plus tôt janvier 2026."]),
        ({"debut": "2026-01"}, []),
        ({"debut": "2026-03"}, []),
        ({"debut": "2026-04"}, ["Indiquez un mois, au plus tard mars 2026."]),
        ({"debut": "2026-02", "fin": "2026-02"}, []),
        ({"debut": "2026-02", "fin": "2026-01"}, ["Indiquez un mois, au plus tôt février 2026."]),
    ],
)
def test_a_month_is_bounded_as_a_whole(sheet, said):
    assert messages(filled(MONTH, sheet)) == said


def test_rules_see_the_first_day():
    assert filled(MONTH, {"debut": "2026-03"}).values["recent"] is True
    assert filled(MONTH, {"debut": "2026-01"}).values["recent"] is False


@pytest.mark.parametrize(
    "typed, said",
    [
        ("1950", []),
        ("2026", []),
        ("2027", ["Indiquez une année, au plus tard 2026."]),
        ("1899", ["Indiquez une année, au plus tôt 1900."]),
        ("12/03/1950", []),
        ("50", ["Écrivez une année sur quatre chiffres, par exemple 2026."]),
    ],
)
def test_a_year_has_four_digits_and_bounds(typed, said):
    assert messages(filled(YEAR, {"naissance": typed})) == said
