from dataclasses import replace

import pytest

from questionnaire.spec.kinds.declining import Declinable
from questionnaire.spec.model import Choice
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.values import Declined, Unreadable, is_blank
from tests.spec.kinds.asking import LABELS, asked

NSP = Choice("nsp", parse_text("Je ne me prononce pas"))
BOTH = "Effacez votre réponse, ou décochez «\u00a0Je ne me prononce pas\u00a0»."


def declinable(kind, **traits):
    question = asked(kind, **traits)
    return replace(question, kind=Declinable(question.kind, NSP), may_decline=NSP)


@pytest.mark.parametrize("kind", ["text", "integer", "date", "select_one", "select_multiple", "rating"])
def test_declining_is_read_beside_a_field_left_blank(kind):
    question = declinable(kind)
    assert question.kind.read(["", "nsp"], question) == Declined("nsp")


@pytest.mark.parametrize("json", ["nsp", ["nsp"]])
def test_declining_is_read_from_a_file(json):
    question = declinable("select_multiple")
    assert question.kind.from_json(json, question) == Declined("nsp")


@pytest.mark.parametrize(
    "kind,raw,text",
    [
        ("integer", ["1 200", "nsp"], "1200"),
        ("integer", ["12x", "nsp"], "12x"),
        ("text", ["Oui, mais", "nsp"], "Oui, mais"),
        ("select_multiple", ["nsp", "ecrit", "distance"], "distance ecrit"),
    ],
)
def test_answer_and_declining_are_both_kept_and_refused(kind, raw, text):
    question = declinable(kind)
    answer = question.kind.read(raw, question)
    assert answer == Unreadable(text, "declined_too", BOTH)
    assert question.kind.from_json(question.kind.to_json(answer), question) == answer


def test_declined_answer_has_its_faces():
    question = declinable("rating")
    kind, value = question.kind, Declined("nsp")
    faces = (kind.to_json(value), kind.typed(value), kind.show(value, question, LABELS), kind.atom(value))
    assert faces == ("nsp", "nsp", ("Je ne me prononce pas",), "")


def test_declined_answer_is_not_blank():
    assert is_blank(Declined("nsp")) is False


def test_other_answers_keep_the_faces_of_their_kind():
    question = declinable("decimal")
    value = question.kind.read(["1234,5"], question)
    assert question.kind.show(value, question, LABELS) == ("1\u00a0234,5",)


def test_control_is_that_of_the_kind():
    assert declinable("text", appearance="multiline").kind.control_for(asked("text", appearance="multiline")) == (
        "textarea"
    )
