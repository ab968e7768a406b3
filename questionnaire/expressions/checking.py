"""Find what does not hold in an expression, before its form is published: names, functions, arguments."""

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaire.expressions import faults
from questionnaire.expressions.drawing import misplaced
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.expression import Expression
from questionnaire.expressions.faults import Fault
from questionnaire.expressions.functions import LIBRARY, Function, Type
from questionnaire.expressions.patterns import machine_of_pattern
from questionnaire.expressions.resolving import resolve
from questionnaire.expressions.shape import Around
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Parent,
    Path,
    Reference,
    Root,
    Self,
    Text,
    Tree,
    Union,
    position_of,
    walk,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of an expression in its form: every fault in the order of its text, and what it reads.

    ``names`` are all the questions read, and the repeats that hold them; ``written`` those that its text spells out;
    ``lists`` the lists of the form in which it looks.
    """

    faults: tuple[Fault, ...]
    names: frozenset[str]
    written: frozenset[str]
    lists: frozenset[str]


def check(expression: Expression, around: Around) -> Checked:
    """Check an expression against the form around it."""
    reading = resolve(expression.tree, around)
    found = [*reading.faults, *(fault for tree, _ in walk(expression.tree) for fault in _faults(tree))]
    found += misplaced(expression.tree, kept=around.kept, reads=bool(reading.names))
    ordered = tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.position))
    return Checked(ordered, reading.names, reading.written, reading.lists)


def _faults(tree: Tree) -> Iterator[Fault]:
    if isinstance(tree, Call):
        function = LIBRARY.get(tree.function)
        if function is None:
            yield faults.missing_function(tree.function, tree.position)
        elif not function.accepts(len(tree.arguments)):
            yield faults.wrong_arity(function, len(tree.arguments), tree.position)
        else:
            yield from _argument_faults(function, tree.arguments)


def _argument_faults(function: Function, arguments: tuple[Tree, ...]) -> Iterator[Fault]:
    for index, argument in enumerate(arguments):
        if function.parameter(index).type is Type.NODES and not _may_be_nodes(argument):
            yield faults.nodes_expected(function, position_of(argument))
    if function.name == "regex" and isinstance(arguments[1], Text):
        yield from _pattern_faults(arguments[1])


def _may_be_nodes(tree: Tree) -> bool:
    if isinstance(tree, Call):
        return tree.function not in LIBRARY or LIBRARY[tree.function].result in (Type.ANY, Type.NODES)
    return isinstance(tree, Reference | Self | Parent | Root | Column | Kept | Path | Union)


def _pattern_faults(pattern: Text) -> Iterator[Fault]:
    try:
        machine_of_pattern(pattern.value)
    except EvaluationError as error:
        yield faults.bad_pattern(str(error), pattern.position)
