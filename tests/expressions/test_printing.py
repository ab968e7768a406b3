"""A tree written out reads as the same tree."""

import pytest
from hypothesis import given

from questionnaire.expressions import parse, unparse
from tests.expressions.trees import TREES


@given(TREES)
def test_printed_tree_reads_as_itself(tree):
    assert parse(unparse(tree)).tree == tree


@pytest.mark.parametrize(
    "text, printed",
    [
        ("( (1+2) )*3", "(1 + 2) * 3"),
        ("1-(2-3)", "1 - (2 - 3)"),
        ("(1-2)-3", "1 - 2 - 3"),
        ("-(1+2)", "-(1 + 2)"),
        ("not( ${ a }='x' )", "not(${a} = 'x')"),
        ('"l\'an"', '"l\'an"'),
        ("1230000000000000000000", "1230000000000000000000"),
        ("child::a / attribute::b", "a/@b"),
        ("/descendant-or-self::node()/a", "//a"),
        ("descendant-or-self::node()/a", ".//a"),
        ("./a[ 1 ]", "a[1]"),
        ("(a/b)/c", "a/b/c"),
        ("(//a)[1]", "(//a)[1]"),
        ("( a|b )[1]", "(a | b)[1]"),
        ("../..", "../parent::node()"),
    ],
)
def test_print_has_no_needless_space_nor_parenthesis(text, printed):
    assert str(parse(text)) == printed
