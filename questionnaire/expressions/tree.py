"""The syntax tree: what an expression says, whatever its spaces and parentheses.

`position` is where a leaf or a call begins, in characters from 0; it takes no part in equality.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


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
class Column:
    """`ghu`, without `${}`: what a list says of a choice, in a rule that chooses among them."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """`${name}[…]`: those answers, or items, of which the condition holds, or the one of that rank."""

    nodes: Tree
    condition: Tree


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


Tree: TypeAlias = Number | Text | Reference | Self | Parent | Column | Kept | Negation | Operation | Call


def parts(tree: Tree) -> tuple[Tree, ...]:
    """Return the direct sub-expressions, in the order of the text."""
    match tree:
        case Negation(operand):
            return (operand,)
        case Kept(nodes, condition):
            return (nodes, condition)
        case Operation(_, operands):
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
    while isinstance(tree, Negation | Operation | Kept):
        tree = parts(tree)[0]
    return tree.position
