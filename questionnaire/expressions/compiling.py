"""Turn a tree into one closure, so that evaluating it again costs no look-up."""

from collections.abc import Callable

from questionnaire.expressions.arithmetic import OPERATIONS
from questionnaire.expressions.calling import call, context
from questionnaire.expressions.comparison import RELATIONS, Relation, holds
from questionnaire.expressions.scope import Evaluate, NodeSet, Scope, Value
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Negation,
    Number,
    Operation,
    Parent,
    Reference,
    Self,
    Text,
    Tree,
)
from questionnaire.expressions.values import boolean_of, number_of


def compiled(tree: Tree) -> Evaluate:
    """Return the function that computes `tree` in a scope."""
    match tree:
        case Number(value) | Text(value):
            return _constant(value)
        case Reference(name):
            return lambda scope: scope.find(name, scope.node)
        case Self():
            return context
        case Parent():
            return _parent
        case Column() | Kept():
            return _chosen(tree)
        case Negation(operand):
            return _negation(compiled(operand))
        case Operation(operator, operands):
            return _operation(operator, tuple(map(compiled, operands)))
        case Call(function, arguments):
            return call(function, tuple(map(compiled, arguments)))


def _constant(value: Value) -> Evaluate:
    return lambda _: value


def _parent(scope: Scope) -> NodeSet:
    parent = scope.node.parent
    return () if parent is None else (parent,)


def _chosen(tree: Column | Kept) -> Evaluate:
    if isinstance(tree, Column):
        return _column(tree.name)
    return _kept(compiled(tree.nodes), compiled(tree.condition))


def _column(name: str) -> Evaluate:
    return lambda scope: tuple(child for child in scope.node.children if child.name == name)


def _kept(nodes: Evaluate, condition: Evaluate) -> Evaluate:
    """The condition is judged at each node, seen from where the expression stands; a number is a rank, from 1."""

    def evaluate(scope: Scope) -> NodeSet:
        found = nodes(scope)
        ranked = enumerate(found if isinstance(found, tuple) else (), start=1)
        return tuple(node for rank, node in ranked if _holds_at(rank, condition(scope.moved_to(node))))

    return evaluate


def _holds_at(rank: int, value: Value) -> bool:
    return value == rank if isinstance(value, float) else boolean_of(value)


def _negation(operand: Evaluate) -> Evaluate:
    return lambda scope: -number_of(operand(scope), scope.zone)


def _operation(operator: str, operands: tuple[Evaluate, ...]) -> Evaluate:
    if operator in OPERATIONS:
        return _calculation(OPERATIONS[operator], operands)
    if operator in RELATIONS:
        return _comparison(RELATIONS[operator], operands)
    return _either(operands) if operator == "or" else _all(operands)


def _calculation(combine: Callable[[float, float], float], operands: tuple[Evaluate, ...]) -> Evaluate:
    first, *others = operands

    def evaluate(scope: Scope) -> float:
        zone = scope.zone
        result = number_of(first(scope), zone)
        for other in others:
            result = combine(result, number_of(other(scope), zone))
        return result

    return evaluate


def _comparison(relation: Relation, operands: tuple[Evaluate, ...]) -> Evaluate:
    first, *others = operands

    def evaluate(scope: Scope) -> Value:
        zone = scope.zone
        result = first(scope)
        for other in others:
            result = holds(relation, result, other(scope), zone)
        return result

    return evaluate


def _either(operands: tuple[Evaluate, ...]) -> Evaluate:
    """`or` stops at the first truth; what follows is not evaluated."""
    return lambda scope: any(boolean_of(operand(scope)) for operand in operands)


def _all(operands: tuple[Evaluate, ...]) -> Evaluate:
    """`and` stops at the first falsehood; what follows is not evaluated."""
    return lambda scope: all(boolean_of(operand(scope)) for operand in operands)
