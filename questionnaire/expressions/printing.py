"""Write a tree back as text that reads as the same tree."""

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
    Self,
    Text,
    Tree,
)
from questionnaire.expressions.values import number_text

_SIGN_LEVEL = max(LEVELS.values()) + 1


def unparse(tree: Tree) -> str:
    """Return the canonical text of `tree`: single spaces, no needless parentheses."""
    match tree:
        case Number(value):
            return number_text(value)
        case Text(value):
            return f'"{value}"' if "'" in value else f"'{value}'"
        case Reference(name):
            return f"${{{name}}}"
        case Self():
            return "."
        case Parent():
            return ".."
        case Column(name):
            return name
        case _:
            return _compound(tree)


def _compound(tree: Kept | Negation | Operation | Call) -> str:
    match tree:
        case Kept(nodes, condition):
            return f"{unparse(nodes)}[{unparse(condition)}]"
        case Negation(operand):
            return f"-{_inside(operand, _SIGN_LEVEL)}"
        case Operation(operator, operands):
            return _operation(operator, operands)
        case Call(function, arguments):
            return f"{function}({', '.join(map(unparse, arguments))})"


def _operation(operator: str, operands: tuple[Tree, ...]) -> str:
    """The first operand may bind as loosely as the operator itself; the others must bind tighter."""
    level = LEVELS[operator]
    first, *others = operands
    written = [_inside(first, level), *(_inside(other, level + 1) for other in others)]
    return f" {operator} ".join(written)


def _inside(tree: Tree, level: int) -> str:
    text = unparse(tree)
    return f"({text})" if isinstance(tree, Operation) and LEVELS[tree.operator] < level else text
