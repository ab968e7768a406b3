"""Find what does not hold in an expression, before its form is published: names, functions, arguments."""

from collections.abc import Collection, Iterator

from questionnaire.expressions import faults
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.expression import Expression
from questionnaire.expressions.faults import Fault
from questionnaire.expressions.functions import LIBRARY, Function, Type
from questionnaire.expressions.patterns import machine_of_pattern
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


def check(
    expression: Expression, known_names: Collection[str], known_columns: Collection[str] | None = None
) -> tuple[Fault, ...]:
    """Return every fault of the expression, in the order of its text.

    `known_names` are those of the form, `known_columns` those of the list whose choices the expression judges; None
    where it judges no choices.
    """
    found = [fault for tree, _ in walk(expression.tree) for fault in _faults(tree, known_names, known_columns)]
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.position))


def _faults(tree: Tree, known_names: Collection[str], known_columns: Collection[str] | None) -> Iterator[Fault]:
    match tree:
        case Root() | Path() | Union():
            yield faults.path_not_served(position_of(tree))
        case Column(name, position) if known_columns is None:
            yield faults.bare_name(name, position, known_names)
        case Column(name, position) if known_columns is not None and name not in known_columns:
            yield faults.unknown_column(name, position, known_columns, known_names)
        case Reference(name, position) if name not in known_names:
            yield faults.unknown_name(name, position, known_names)
        case Call(name, arguments, position):
            function = LIBRARY.get(name)
            if function is None or not function.forms:
                yield faults.missing_function(name, position)
            elif not function.accepts(len(arguments)):
                yield faults.wrong_arity(function, len(arguments), position)
            else:
                yield from _argument_faults(function, arguments)


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
