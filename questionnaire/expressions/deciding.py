"""Which answers decided of a condition: of « or », those that made it true; of « and », those that made it false.

And whether it is settled, in the three-valued logic of Kleene: answers still to come cannot turn it.
"""

from collections.abc import Callable
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


def settled(expression: Expression, scope: Scope, is_open: Callable[[str], bool]) -> bool:
    """Whether the condition stays as it is whatever is answered to the questions that are open."""
    reached = expression.references - _named(expression.tree)
    try:
        return _is_settled(expression.tree, scope, lambda names: not any(map(is_open, names)), reached)
    except (EvaluationError, ArithmeticError, ValueError):
        return not any(map(is_open, expression.references))


Fixed = Callable[[frozenset[str]], bool]


def _is_settled(tree: Tree, scope: Scope, fixed: Fixed, reached: frozenset[str]) -> bool:
    match tree:
        case Operation("or" | "and" as operator, operands):
            known = [operand for operand in operands if _is_settled(operand, scope, fixed, reached)]
            wanted = operator == "or"
            return len(known) == len(operands) or any(_holds(operand, scope) is wanted for operand in known)
        case Call("not" | "boolean", (operand,)):
            return _is_settled(operand, scope, fixed, reached)
        case Call("if", (condition, yes, no)):
            chosen = yes if _holds(condition, scope) else no
            return all(_is_settled(each, scope, fixed, reached) for each in (condition, chosen))
        case _:
            return fixed(_named(tree) | (reached if _walks(tree) else frozenset()))


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
