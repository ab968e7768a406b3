"""Write a tree back as text that reads as the same tree."""

from questionnaire.expressions.axes import Axis
from questionnaire.expressions.parser import LEVELS
from questionnaire.expressions.tree import (
    DEEPER,
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
    Step,
    Text,
    Tree,
    Union,
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
        case Root():
            return "/"
        case Column(name):
            return name
        case _:
            return _compound(tree)


def _compound(tree: Kept | Path | Union | Negation | Operation | Call) -> str:
    match tree:
        case Kept(nodes, condition):
            return f"{_primary(nodes)}[{unparse(condition)}]"
        case Path(start, steps):
            return _path(start, steps)
        case Union(operands):
            return " | ".join(_inside_parentheses(one) if _binds_looser(one) else unparse(one) for one in operands)
        case Negation(operand):
            return f"-{_inside(operand, _SIGN_LEVEL)}"
        case Operation(operator, operands):
            return _operation(operator, operands)
        case Call(function, arguments):
            return f"{function}({', '.join(map(unparse, arguments))})"


def _path(start: Tree, steps: tuple[Step, ...]) -> str:
    """`//` stands for its own step where another follows, save at the beginning of a path that has no start."""
    written = "" if isinstance(start, Self | Root) else _start(start)
    rooted = isinstance(start, Root)
    if isinstance(start, Self) and _is_deeper(steps, 0):
        written = "."
    skipped = False
    for index, step in enumerate(steps):
        if skipped:
            written += _step(step)
            skipped = False
        elif _is_deeper(steps, index):
            written += "//"
            skipped = True
        else:
            written += ("/" if written or rooted else "") + _step(step)
    return written


def _is_deeper(steps: tuple[Step, ...], index: int) -> bool:
    return steps[index] == DEEPER and index + 1 < len(steps)


def _step(step: Step) -> str:
    written = step.test if step.axis is Axis.CHILD else f"{step.axis}::{step.test}"
    if step.axis is Axis.ATTRIBUTE:
        written = f"@{step.test}"
    return written + "".join(f"[{unparse(condition)}]" for condition in step.conditions)


def _start(tree: Tree) -> str:
    """What a path starts from: parentheses hold what would read otherwise."""
    return unparse(tree) if isinstance(tree, Reference | Call | Parent | Kept) else _inside_parentheses(tree)


def _primary(tree: Tree) -> str:
    """What a condition between brackets applies to as a whole."""
    return unparse(tree) if isinstance(tree, Reference | Call | Kept) else _inside_parentheses(tree)


def _binds_looser(tree: Tree) -> bool:
    return isinstance(tree, Negation | Operation | Union)


def _inside_parentheses(tree: Tree) -> str:
    return f"({unparse(tree)})"


def _operation(operator: str, operands: tuple[Tree, ...]) -> str:
    """The first operand may bind as loosely as the operator itself; the others must bind tighter."""
    level = LEVELS[operator]
    first, *others = operands
    written = [_inside(first, level), *(_inside(other, level + 1) for other in others)]
    return f" {operator} ".join(written)


def _inside(tree: Tree, level: int) -> str:
    """After `/` alone, an operator would read as the first step of a path."""
    looser = isinstance(tree, Operation) and LEVELS[tree.operator] < level
    return _inside_parentheses(tree) if looser or _ends_at_root(tree) else unparse(tree)


def _ends_at_root(tree: Tree) -> bool:
    while isinstance(tree, Negation | Union):
        tree = tree.operand if isinstance(tree, Negation) else tree.operands[-1]
    return isinstance(tree, Root)
