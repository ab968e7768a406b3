import pytest

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

QUESTION = asked("yes_no")


@pytest.mark.parametrize("json,value", [("oui", "oui"), ("Non", "non"), (True, "oui"), (False, "non")])
def test_yes_and_no_are_read(json, value):
    assert QUESTION.kind.from_json(json, QUESTION) == value


def test_anything_else_is_refused():
    expected = Unreadable("peut-être", "not_offered", "Choisissez une réponse de la liste.")
    assert QUESTION.kind.read(["peut-être"], QUESTION) == expected


def test_no_is_an_answer_with_its_faces():
    kind = QUESTION.kind
    faces = (
        kind.to_json("non"),
        kind.typed("non"),
        kind.show("non", QUESTION, LABELS),
        kind.atom("non"),
    )
    assert faces == ("non", "non", ("Non",), "non")
