"""Where a form filled in stages stands."""

import pytest

from questionnaire.filling import staged
from tests.filling.building import filled, tiny

FORM = tiny("stages")
BEGUN = {"objet": "A", "a_deux": "oui"}


def of(sheet):
    """Of each stage: its number, its name, what lacks, the number of the stage that it waits for."""
    return [
        (each.number, each.stage.name, each.missing, each.after and each.after.number)
        for each in staged(filled(FORM, sheet))
    ]


@pytest.mark.parametrize(
    "sheet, expected",
    [
        ({}, [(1, "debut", 2, None), (2, "suite", 1, 1), (3, "fin", 1, 1)]),
        (BEGUN, [(1, "debut", 0, None), (2, "suite", 1, None), (3, "fin", 1, 2)]),
        (BEGUN | {"jours": "beaucoup"}, [(1, "debut", 1, None), (2, "suite", 1, 1), (3, "fin", 1, 1)]),
        (BEGUN | {"decide": "D"}, [(1, "debut", 0, None), (2, "suite", 1, None), (3, "fin", 0, 2)]),
        (BEGUN | {"a_deux": "non"}, [(1, "debut", 0, None), (2, "fin", 1, None)]),
    ],
)
def test_a_stage_waits_for_what_is_required_before_it(sheet, expected):
    assert of(sheet) == expected


def test_the_turn_is_that_of_the_first_stage_that_lacks_something():
    on = [[each.stage.name for each in staged(filled(FORM, sheet)) if each.is_on] for sheet in ({}, BEGUN)]
    assert on == [["debut"], ["suite"]]


def test_stages_without_order_are_not_told():
    assert staged(filled(tiny("circuit"), {})) == ()
