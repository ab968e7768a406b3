"""Which answers decided of a condition: those without which it might have been otherwise."""

import pytest

from questionnaire.expressions import Atom, deciding, parse
from tests.expressions.answers import form

YES: dict[str, Atom] = {"a": "oui", "b": "oui", "c": "non", "n": 3.0}


@pytest.mark.parametrize(
    "text, names",
    [
        ("${a} = 'oui'", "a"),
        ("${a} = 'oui' or ${c} = 'oui'", "a"),
        ("${a} = 'oui' or ${b} = 'oui'", "ab"),
        ("${c} = 'oui' or ${n} > 10", "cn"),
        ("${a} = 'oui' and ${c} = 'oui'", "c"),
        ("${a} = 'oui' and ${b} = 'oui' and ${n} > 2", "abn"),
        ("not(${a} = 'oui' and ${c} = 'oui')", "c"),
        ("(${a} = 'oui' and ${n} > 2) or (${c} = 'oui' and ${b} = 'oui')", "an"),
        ("if(${a} = 'oui', ${n} > 2, ${c} = 'oui')", "an"),
        ("if(${a} = 'non', ${n} > 2, ${c} = 'oui')", "ac"),
        ("${a} = ${b}", "ab"),
        ("count-selected(${a}) + ${n} > 2", "an"),
        ("today() > '2020-01-01'", ""),
    ],
)
def test_answers_that_decided(text, names):
    assert deciding(parse(text), form(**YES)) == set(names)


def test_of_a_rule_that_cannot_be_computed_all_that_it_reads():
    assert deciding(parse("${a} = 'x' or ${n} + foo()"), form(**YES)) == {"a", "n"}
