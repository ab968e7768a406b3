"""The caret under a mistake."""

import pytest

from questionnaire.errors import QuestionnaireError
from questionnaire.expressions import EvaluationError, ParseError, caret


@pytest.mark.parametrize(
    "source, position, drawn",
    [
        ("1 + x", 4, "1 + x\n    ^"),
        ("1 +", 3, "1 +\n   ^"),
        ("1 +\n\tx", 5, "\tx\n\t^"),
        ("", 7, "\n^"),
    ],
)
def test_caret_stands_under_the_character(source, position, drawn):
    assert caret(source, position) == drawn


def test_both_errors_belong_to_the_product():
    assert issubclass(ParseError, QuestionnaireError)
    assert issubclass(EvaluationError, QuestionnaireError)
