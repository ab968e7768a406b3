import pytest

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

QUESTION = asked("tel")


@pytest.mark.parametrize(
    "typed",
    [
        "0123456789", "01 23 45 67 89", "01.23.45.67.89", "01-23-45-67-89", "01\u00a023\u202f45 67 89",
        "+33 1 23 45 67 89", "+33 (0)1 23 45 67 89", "+33(0) 1 23 45 67 89", "0033 1 23 45 67 89", "+33 01 23 45 67 89",
    ],
)  # fmt: skip
def test_one_french_number_has_one_form(typed):
    assert QUESTION.kind.read([typed], QUESTION) == "0123456789"


@pytest.mark.parametrize(
    "typed,shown",
    [
        ("0123456789", "01\u00a023\u00a045\u00a067\u00a089"),
        ("0262 90 50 50", "02\u00a062\u00a090\u00a050\u00a050"),
        ("+32470123456", "+32\u00a0470\u00a012\u00a034\u00a056"),
        ("0041 22 345 67 89", "+41\u00a0223\u00a045\u00a067\u00a089"),
        ("+1 514 555 0199", "+1\u00a051\u00a045\u00a055\u00a001\u00a099"),
        ("+262 262 90 50 50", "+262\u00a0262\u00a090\u00a050\u00a050"),
    ],
)
def test_number_is_shown_in_groups(typed, shown):
    value = QUESTION.kind.read([typed], QUESTION)
    assert not isinstance(value, Unreadable)
    assert QUESTION.kind.show(value, QUESTION, LABELS) == (shown,)


@pytest.mark.parametrize(
    "typed",
    ["01 23 45 67", "01 23 45 67 89 10", "00 11", "poste 4512", "01 23 45 67 8O", "+33 1 23", "+330023456789", "123456",
     "+0 123 456 789"],
)  # fmt: skip
def test_what_is_no_number_is_kept_and_refused(typed):
    sentence = "Écrivez un numéro de téléphone, par exemple 01 23 45 67 89 ou +32 470 12 34 56."
    assert QUESTION.kind.read([typed], QUESTION) == Unreadable(typed, "not_a_phone", sentence)
