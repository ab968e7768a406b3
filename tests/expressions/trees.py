"""Random trees, as the parser could have made them."""

from hypothesis import strategies as st

from questionnaire.expressions.axes import Axis
from questionnaire.expressions.functions import LIBRARY, NOT_YET
from questionnaire.expressions.parser import LEVELS
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Negation,
    Number,
    Operation,
    Parent,
    Reference,
    Root,
    Self,
    Step,
    Text,
    Tree,
    Union,
    along,
)

NAMES = st.from_regex(r"[a-zéœ_][a-z0-9_.\-]{0,5}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_characters="'"), max_size=8) | st.text(
    st.characters(exclude_characters='"'), max_size=8
)
LEAVES = st.one_of(
    st.builds(Number, st.floats(0, allow_nan=False, allow_infinity=False)),
    st.builds(Number, st.integers(0, 40).map(float)),
    st.builds(Text, TEXTS | st.sampled_from(["", "2026-02-28", "12", "a b", "(a+)+$"])),
    st.builds(Reference, st.sampled_from(["a", "b", "c"]) | NAMES),
    st.builds(Self),
    st.builds(Parent),
    st.builds(Root),
    st.builds(Column, NAMES),
)


def _operation(operator: str, operands: list[Tree]) -> Tree:
    """A chain whose first operand is of the same operator is flat, as read from left to right."""
    first = operands[0]
    if isinstance(first, Operation) and first.operator == operator:
        return Operation(operator, (*first.operands, *operands[1:]))
    return Operation(operator, tuple(operands))


TESTS = NAMES.filter(lambda name: not name.endswith(".")) | st.sampled_from(["*", "node()", "text()"])


def _steps(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[tuple[Step, ...]]:
    conditions = st.lists(trees, max_size=1).map(tuple)
    return st.lists(st.builds(Step, st.sampled_from(Axis), TESTS, conditions), min_size=1, max_size=3).map(tuple)


def _grown(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.one_of(
        st.builds(Negation, trees),
        st.builds(Kept, trees.filter(lambda tree: not isinstance(tree, Self | Parent)), trees),
        st.builds(along, trees, _steps(trees)),
        st.lists(trees, min_size=2, max_size=3).map(lambda operands: Union(tuple(operands))),
        st.builds(_operation, st.sampled_from(sorted(LEVELS)), st.lists(trees, min_size=2, max_size=3)),
        st.builds(Call, st.sampled_from(sorted([*LIBRARY, *NOT_YET])), st.lists(trees, max_size=3).map(tuple)),
    )


TREES = st.recursive(LEAVES, _grown, max_leaves=12)
