"""Several truths counted or weighed; the choice of a rank."""

import pytest

from questionnaire.expressions import EvaluationError, parse
from tests.expressions.answers import Answer, scope_of, value


@pytest.mark.parametrize(
    "text, expected",
    [
        ("checklist(1, 2, true(), 1 = 1, false())", True),
        ("checklist(1, 2, 1, 1, 1)", False),
        ("checklist(2, -1, 1, '')", False),
        ("checklist(-1, 0, 0, '')", True),
        ("weighted-checklist(5, 7, true(), 2, true(), 4, false(), 10)", True),
        ("weighted-checklist(-1, 5, true(), 2, true(), 4)", False),
        ("boolean-from-string('1')", True),
        ("boolean-from-string('True')", False),
        ("boolean-from-string(true())", True),
        ("selected-at('a b c', 1)", "b"),
        ("selected-at('a b c', 3)", ""),
        ("selected-at('a b c', -1)", ""),
        ("selected-at('a b c', 0 div 0)", ""),
    ],
)
def test_result(text, expected):
    assert value(text) == expected


def test_each_item_of_a_repeat_counts():
    form = Answer("form", children=[Answer("fait", given) for given in (True, "", True)])
    assert parse("checklist(2, 2, ${fait})").atom(scope_of(form)) is True


def test_a_value_without_its_weight_is_told():
    with pytest.raises(EvaluationError, match="un poids après chaque valeur"):
        value("weighted-checklist(0, 1, true(), 2, true())")
