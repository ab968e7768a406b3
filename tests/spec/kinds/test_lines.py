import pytest

from tests.spec.kinds.asking import LABELS, asked

SHORT = asked("text")
LONG = asked("text", appearance="multiline")


def test_short_text_is_one_line():
    assert SHORT.kind.read([" Maison \r\n des  usagers\n"], SHORT) == "Maison des  usagers"


def test_long_text_keeps_its_lines():
    assert LONG.kind.read(["\n Un\r\n\r\ndeux \r\n"], LONG) == "Un\n\ndeux"


def test_text_longer_than_allowed_is_kept_whole():
    question = asked("text", max_length=10)
    assert question.kind.read(["x" * 100_000], question) == "x" * 100_000


def test_controls_follow_the_appearance():
    assert (SHORT.kind.control_for(SHORT), LONG.kind.control_for(LONG)) == ("text", "textarea")


def test_long_text_is_shown_line_by_line():
    assert LONG.kind.show("Un\n\ndeux", LONG, LABELS) == ("Un", "", "deux")


def test_text_is_itself_for_expressions_and_storage():
    assert (LONG.kind.atom("a\nb"), LONG.kind.to_json("a\nb"), LONG.kind.typed("a\nb")) == ("a\nb",) * 3


@pytest.mark.parametrize("json,text", [(12, "12"), (12.0, "12"), (0.1, "0.1"), (True, "true"), (["a"], "a")])
def test_other_json_is_read_as_text(json, text):
    assert SHORT.kind.from_json(json, SHORT) == text
