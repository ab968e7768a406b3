"""The syntax tree: what an expression says, whatever its spaces and parentheses.

`position` is where a leaf or a call begins, in characters from 0; it takes no part in equality.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from questionnaire.expressions.axes import ANY_NODE, Axis


@dataclass(frozen=True, slots=True)
class Number:
    """A literal number, finite and not negative."""

    value: float
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A literal between quotes; the language has no escape, so it never holds both kinds of quote."""

    value: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """`${name}`: an answer of the form."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Self:
    """`.`: the context node."""

    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Parent:
    """`..`: the node that holds the context node."""

    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Root:
    """`/`: the top of the answers, where the whole expression stands."""

    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """`ghu`, without `${}`: a child of the context; what a list says of a choice, in a rule that chooses among them."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """`${name}[…]`: those answers, or items, of which the condition holds, or the one of that rank."""

    nodes: Tree
    condition: Tree


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: along an axis, what passes a test, and each condition in turn; `test` as it is written."""

    axis: Axis
    test: str
    conditions: tuple[Tree, ...] = ()
    position: int = field(default=0, compare=False)


DEEPER = Step(Axis.DESCENDANT_OR_SELF, ANY_NODE)
"""What `//` stands for, between two steps."""


@dataclass(frozen=True, slots=True)
class Path:
    """`start/step/step`. A start that is `.` is not written; it is never a path, nor one child alone: see `along`."""

    start: Tree
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """`a | b`: the nodes of each, in document order."""

    operands: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """Unary minus."""

    operand: Tree


@dataclass(frozen=True, slots=True)
class Operation:
    """One operator between two operands or more, taken from left to right: `a - b - c`."""

    operator: str
    operands: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments; the name may be one that the library lacks."""

    function: str
    arguments: tuple[Tree, ...]
    position: int = field(default=0, compare=False)


Tree: TypeAlias = (
    Number | Text | Reference | Self | Parent | Root | Column | Kept | Path | Union | Negation | Operation | Call
)


def along(start: Tree, steps: tuple[Step, ...]) -> Tree:
    """The path from a start by steps, written one way only: joined to a path before it, a child alone a column."""
    if isinstance(start, Path):
        return Path(start.start, (*start.steps, *steps))
    if isinstance(start, Column):
        return Path(Self(start.position), (Step(Axis.CHILD, start.name, (), start.position), *steps))
    if isinstance(start, Self) and len(steps) == 1 and _is_child_alone(steps[0]):
        return Column(steps[0].test, steps[0].position)
    return Path(start, steps)


def _is_child_alone(step: Step) -> bool:
    return step.axis is Axis.CHILD and not step.conditions and step.test != "*" and not step.test.endswith("()")


def parts(tree: Tree) -> tuple[Tree, ...]:
    """Return the direct sub-expressions, in the order of the text."""
    match tree:
        case Negation(operand):
            return (operand,)
        case Kept(nodes, condition):
            return (nodes, condition)
        case Path(start, steps):
            return (start, *(condition for step in steps for condition in step.conditions))
        case Operation(_, operands) | Union(operands):
            return operands
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def walk(tree: Tree) -> Iterator[tuple[Tree, int]]:
    """Yield every sub-expression with its depth (1 for the whole), parents first, without recursion."""
    waiting = [(tree, 1)]
    while waiting:
        current, depth = waiting.pop()
        yield current, depth
        waiting.extend((part, depth + 1) for part in reversed(parts(current)))


def position_of(tree: Tree) -> int:
    """Return where the text of `tree` begins, signs and parentheses left out."""
    while isinstance(tree, Negation | Operation | Kept | Path | Union):
        tree = parts(tree)[0]
    return tree.position
