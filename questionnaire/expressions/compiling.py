"""Turn a tree into one closure, so that evaluating it again costs no look-up."""

from collections.abc import Callable

from questionnaire.expressions.arithmetic import OPERATIONS
from questionnaire.expressions.axes import top
from questionnaire.expressions.calling import as_number, call, context
from questionnaire.expressions.comparison import RELATIONS, Relation, holds
from questionnaire.expressions.functions import LIBRARY
from questionnaire.expressions.scope import Evaluate, NodeSet, Scope, Value
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Negation,
    Number,
    Operation,
    Parent,
    Path,
    Reference,
    Root,
    Self,
    Text,
    Tree,
    Union,
)
from questionnaire.expressions.values import boolean_of
from questionnaire.expressions.walking import Sieve, held, kept, ranked, united, walked


def compiled(tree: Tree) -> Evaluate:
    """Return the function that computes `tree` in a scope."""
    match tree:
        case Number(value) | Text(value):
            return _constant(value)
        case Reference(name):
            return lambda scope: scope.world.find(name, scope.node, scope.outer)
        case Self():
            return context
        case Parent():
            return _parent
        case Root():
            return _root
        case Column(name):
            return _column(name)
        case _:
            return _compound(tree)


def _compound(tree: Kept | Path | Union | Negation | Operation | Call) -> Evaluate:
    match tree:
        case Kept(nodes, condition):
            return kept(compiled(nodes), _sieve(condition))
        case Path():
            return _walked(tree)
        case Union(operands):
            return united(tuple(map(compiled, operands)))
        case Negation(operand):
            return _negation(compiled(operand))
        case Operation(operator, operands):
            return _operation(operator, tuple(map(compiled, operands)))
        case Call(function, arguments):
            everywhere = function in LIBRARY and LIBRARY[function].everywhere
            return call(function, tuple(map(_everywhere if everywhere else compiled, arguments)))


def _constant(value: Value) -> Evaluate:
    return lambda _: value


def _parent(scope: Scope) -> NodeSet:
    parent = scope.node.parent
    return () if parent is None else (parent,)


def _root(scope: Scope) -> NodeSet:
    """The top of the answers, even in a condition on the entries of a list."""
    return (top(scope.current),)


def _column(name: str) -> Evaluate:
    return lambda scope: tuple([child for child in scope.node.children if child.name == name])


def _walked(path: Path) -> Evaluate:
    steps = [(step.axis, step.test, tuple(map(_sieve, step.conditions))) for step in path.steps]
    return walked(compiled(path.start), steps)


def _sieve(condition: Tree) -> Sieve:
    return ranked(condition.value) if isinstance(condition, Number) else held(compiled(condition))


def _everywhere(argument: Tree) -> Evaluate:
    """An answer named in an argument stands for all of them, from wherever it is seen."""
    if not isinstance(argument, Reference):
        return compiled(argument)
    name = argument.name
    return lambda scope: scope.world.find(name, top(scope.node), ())


def _negation(operand: Evaluate) -> Evaluate:
    number = as_number(operand)
    return lambda scope: -number(scope)


def _operation(operator: str, operands: tuple[Evaluate, ...]) -> Evaluate:
    if operator in OPERATIONS:
        return _calculation(OPERATIONS[operator], operands)
    if operator in RELATIONS:
        return _comparison(RELATIONS[operator], operands)
    return _either(operands) if operator == "or" else _all(operands)


def _calculation(combine: Callable[[float, float], float], operands: tuple[Evaluate, ...]) -> Evaluate:
    first, *others = map(as_number, operands)

    def evaluate(scope: Scope) -> float:
        result = first(scope)
        for other in others:
            result = combine(result, other(scope))
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
