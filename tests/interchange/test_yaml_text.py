from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.interchange.yaml_text import WIDTH, yaml_text
from questionnaire.spec.declared import ChoiceSpec, FormSpec, QuestionSpec, SectionSpec
from questionnaire.spec.declaring import declare
from questionnaire.spec.faults import Faults
from questionnaire.spec.nodes import START, Scalar
from questionnaire.spec.parsing import parse


def _form(text):
    """A form that says ``text`` in a block and between braces; all else in it is ``a`` or ``text``."""
    value = Scalar(text, START)
    name = Scalar("a", START)
    choice = ChoiceSpec(place=START, name=name, label=value)
    question = QuestionSpec(place=START, name=name, kind=Scalar("text", START), label=value, relevant=value)
    section = SectionSpec(place=START, name=name, title=value, questions=(question,))
    return FormSpec(place=START, form=name, title=value, choices=((name, (choice,)),), sections=(section,))


def _read(text):
    faults = Faults("")
    node = parse(text, faults)
    assert node is not None
    spec = declare(node, faults)
    assert faults.found == []
    return set(_texts(spec)) - {"a", "text"}


def _texts(value):
    """All that a declared form says, names included."""
    if isinstance(value, Scalar):
        yield value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1).filter(str.strip))
def test_any_text_is_read_as_it_was(text):
    assert _read(yaml_text(_form(text.strip()))) == {text.strip()} - {"a", "text"}


TRAPS = (
    *("no", "01", "~", "a: b", "- a", "a #b", "Qui, et comment ?", "l'un \"et\" l'autre", "\\d+", "${a} = 'x'", "{a}"),
    *("a:", "mot " * 60 + "fin", "mot  " * 60 + "fin", "= 1", ". >= 0", "a\nb", "%", "@a", "`a`", "!a", "&a", "*a"),
    *("> 3", "| a", "?", "-", "[a]", "'a", '"a', "a'", "None", "# a"),
)


@pytest.mark.parametrize("text", TRAPS)
def test_texts_that_yaml_reads_otherwise_are_quoted(text):
    assert _read(yaml_text(_form(text))) == {text}


def test_plain_words_bear_no_quotes_and_long_ones_are_folded():
    text = yaml_text(_form("mot " * 60 + "fin"))
    assert [line for line in text.splitlines() if len(line) > WIDTH] == []
    assert "title: Titre simple, sans guillemets (1)\n" in yaml_text(_form("Titre simple, sans guillemets (1)"))
