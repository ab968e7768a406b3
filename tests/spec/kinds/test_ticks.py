import pytest

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

QUESTION = asked("acknowledge")


@pytest.mark.parametrize("typed", ["OK", "oui", "Oui", "true", "on", "1"])
def test_ticked_box_is_true(typed):
    assert QUESTION.kind.read(["", typed], QUESTION) is True


@pytest.mark.parametrize("typed", ["non", "false", "off", "0", ""])
def test_box_left_unticked_is_blank(typed):
    assert QUESTION.kind.read([typed], QUESTION) is None


def test_other_words_are_refused():
    expected = Unreadable("peut-être", "not_a_tick", "Cochez cette case, ou laissez-la vide.")
    assert QUESTION.kind.read(["peut-être"], QUESTION) == expected


@pytest.mark.parametrize("json,value", [(True, True), (False, None), (1, True), (0, None)])
def test_json_truths_are_read(json, value):
    assert QUESTION.kind.from_json(json, QUESTION) is value


@pytest.mark.parametrize(
    "value,faces",
    [(True, (True, "OK", ("Oui",), "OK")), (False, (None, "", (), ""))],
    ids=["ticked", "unticked"],
)
def test_box_has_its_faces(value, faces):
    kind = QUESTION.kind
    assert (
        kind.to_json(value),
        kind.typed(value),
        kind.show(value, QUESTION, LABELS),
        kind.atom(value),
    ) == faces
