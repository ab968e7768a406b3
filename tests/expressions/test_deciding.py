"""Which answers decided of a condition: those without which it might have been otherwise."""

import pytest

from questionnaire.expressions import Atom, deciding, parse, settled
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


@pytest.mark.parametrize(
    "text, still, fixed",
    [
        ("${a} = 'oui'", "b", True),
        ("${a} = 'oui'", "a", False),
        ("${a} = 'oui' or ${d} = 'oui'", "d", True),
        ("${c} = 'oui' or ${d} = 'oui'", "d", False),
        ("${c} = 'oui' and ${d} = 'oui'", "d", True),
        ("${a} = 'oui' and ${d} = 'oui'", "d", False),
        ("not(${c} = 'oui' and ${d} = 'oui')", "d", True),
        ("if(${a} = 'oui', ${n} > 2, ${d} = 'oui')", "d", True),
        ("if(${d} = 'oui', ${n} > 2, ${n} > 1)", "d", False),
        ("${d} + foo() or ${a} = 'oui'", "d", True),
        ("if(foo(), ${d} = 'oui', ${n} > 1)", "d", False),
    ],
)
def test_condition_is_settled_where_answers_to_come_cannot_turn_it(text, still, fixed):
    assert settled(parse(text), form(**YES, d=""), lambda name: name in still) is fixed
