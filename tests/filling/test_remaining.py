"""How much is left: at least and at most, as conditions are still open."""

import pytest

from questionnaire.filling.remaining import Remaining
from tests.filling.building import FICHE, filled, tiny

FORM = tiny("open_conditions")
TOLD = {"nom": "Ana", "aidant": "oui", "lien": "sœur"}


@pytest.mark.parametrize(
    "sheet, least, most",
    [
        ({}, 2, 6),
        ({"nom": "Ana"}, 1, 5),
        ({"nom": "Ana", "aidant": "non"}, 0, 1),
        ({"nom": "Ana", "aidant": "non", "age": 40}, 0, 0),
        ({"nom": "Ana", "aidant": "non", "age": 12}, 1, 1),
        ({"nom": "Ana", "aidant": "oui"}, 1, 4),
        ({"nom": "Ana", "aidant": "oui", "age": 40}, 1, 2),
        ({**TOLD, "age": 40}, 2, 2),
        ({**TOLD, "age": 12}, 4, 4),
        ({**TOLD, "age": 40, "depuis": "2020-01-01", "aide": [{"_key": "a"}]}, 1, 1),
        ({**TOLD, "age": 40, "depuis": "2020-01-01", "aide": [{"_key": "a", "quoi": "Courses"}]}, 0, 0),
    ],
)
def test_what_is_left_lies_between_what_is_sure_and_what_may_come(sheet, least, most):
    assert filled(FORM, sheet).remaining == Remaining(least, most)


@pytest.mark.parametrize("sheet", [{}, {"nom": "Ana"}, {"nom": "Ana", "aidant": "oui"}, {**TOLD, "age": 12}])
def test_what_is_missing_now_lies_between(sheet):
    done = filled(FORM, sheet)
    assert done.remaining.least <= done.progress.missing <= done.remaining.most


def test_what_the_reader_does_not_see_is_not_counted():
    done = filled(FICHE, {})
    assert done.remaining.least <= done.progress.missing <= done.remaining.most
