"""Which answers decided of a condition: of « or », those that made it true; of « and », those that made it false."""

from functools import lru_cache

from questionnaire.expressions.compiling import compiled
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.expression import Expression
from questionnaire.expressions.scope import Evaluate, Scope
from questionnaire.expressions.tree import Call, Column, Operation, Parent, Path, Reference, Root, Self, Tree, walk
from questionnaire.expressions.values import boolean_of


def deciding(expression: Expression, scope: Scope) -> frozenset[str]:
    """The names of the answers without which the condition might have been otherwise; all those read, if in doubt."""
    try:
        return _decided(expression.tree, scope, expression.references - _named(expression.tree))
    except (EvaluationError, ArithmeticError, ValueError):
        return expression.references


def _decided(tree: Tree, scope: Scope, reached: frozenset[str]) -> frozenset[str]:
    """``reached`` are the answers that paths reach, wherever in the expression."""
    match tree:
        case Operation("or" | "and" as operator, operands):
            wanted = operator == "or"
            alone = [operand for operand in operands if _holds(operand, scope) is wanted]
            return _all_of(tuple(alone) or operands, scope, reached)
        case Call("not" | "boolean", (operand,)):
            return _decided(operand, scope, reached)
        case Call("if", (condition, yes, no)):
            return _all_of((condition, yes if _holds(condition, scope) else no), scope, reached)
        case _:
            return _named(tree) | (reached if _walks(tree) else frozenset())


def _all_of(trees: tuple[Tree, ...], scope: Scope, reached: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(_decided(tree, scope, reached) for tree in trees))


def _holds(tree: Tree, scope: Scope) -> bool:
    return boolean_of(_closure(tree)(scope))


@lru_cache(maxsize=4096)
def _closure(tree: Tree) -> Evaluate:
    return compiled(tree)


def _named(tree: Tree) -> frozenset[str]:
    return frozenset(each.name for each, _ in walk(tree) if isinstance(each, Reference))


def _walks(tree: Tree) -> bool:
    """Whether it reads answers otherwise than by their names."""
    return any(isinstance(each, Self | Parent | Root | Column | Path) for each, _ in walk(tree))
