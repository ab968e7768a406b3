"""Expressions rebuilt part by part."""

from collections.abc import Callable
from dataclasses import replace

from questionnaire.expressions import unparse
from questionnaire.expressions.tree import (
    Call,
    Kept,
    Negation,
    Operation,
    Path,
    Tree,
    Union,
    along,
)

Change = Callable[[Tree], Tree]


def with_parts(tree: Tree, made: Change, condition_made: Change | None = None) -> Tree:
    """``tree`` with each of its parts changed; those between brackets by ``condition_made`` where it is given."""
    judged = condition_made or made
    match tree:
        case Kept(nodes, condition):
            return Kept(made(nodes), judged(condition))
        case Path(start, steps):
            kept = tuple(replace(step, conditions=tuple(map(judged, step.conditions))) for step in steps)
            return along(made(start), kept)
        case Union(operands):
            return Union(tuple(map(made, operands)))
        case Negation(operand):
            return Negation(made(operand))
        case Operation(operator, operands):
            return Operation(operator, tuple(map(made, operands)))
        case Call(function, arguments, position):
            return Call(function, tuple(map(made, arguments)), position)
        case _:
            return tree


def written(tree: Tree) -> str:
    """The canonical text, a step to the parent written as people write it."""
    return unparse(tree).replace("/parent::node()", "/..")


def both(*conditions: Tree) -> Tree:
    """The condition that all of them hold."""
    if len(conditions) == 1:
        return conditions[0]
    flat: list[Tree] = []
    for one in conditions:
        flat.extend(one.operands if isinstance(one, Operation) and one.operator == "and" else (one,))
    return Operation("and", tuple(flat))
