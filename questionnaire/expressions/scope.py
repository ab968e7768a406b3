"""What an expression sees of the world: typed values, a tree of nodes, and where it stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import Enum, auto
from math import nan
from typing import Protocol, TypeAlias

from questionnaire.expressions.errors import EvaluationError

Atom: TypeAlias = str | float | bool | date | datetime
"""One value: `""` is blank, numbers are floats (NaN: no number), a datetime knows its zone."""


class NodeKind(Enum):
    """What a node is for the tests of a path."""

    ROOT = auto()
    ELEMENT = auto()
    ATTRIBUTE = auto()
    TEXT = auto()
    COMMENT = auto()
    INSTRUCTION = auto()


class Node(Protocol):
    """One question, group or repeat item of an answer tree; or an entry of a list, or one of its cells."""

    @property
    def kind(self) -> NodeKind:
        """What it is."""

    @property
    def name(self) -> str:
        """Name in the form; the items of one repeat share it."""

    @property
    def value(self) -> Atom:
        """Typed answer; `""` for a group and for a blank."""

    @property
    def parent(self) -> Node | None:
        """The group, item or root that holds this node; None for the root."""

    @property
    def children(self) -> Sequence[Node]:
        """Nodes inside, in the order of the form."""

    @property
    def attributes(self) -> Sequence[Node]:
        """What is told of the node itself; answers have none."""


NodeSet: TypeAlias = tuple[Node, ...]
"""Nodes in document order."""

Value: TypeAlias = Atom | NodeSet


def _of_no_form() -> float:
    return nan


def _no_list(_: str) -> NodeSet:
    return ()


def _no_cell(*_: str) -> str | None:
    return None


def _no_draw(_: Node) -> int:
    raise EvaluationError("Rien n’est tiré au sort ici.")


def _no_label(*_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class World:
    """What an expression finds around it, wherever it stands."""

    find: Callable[[str, Node, NodeSet], NodeSet]
    """What `${name}` denotes seen from a node, and from those around where that one does not tell.

    Inside the same repeat item one node, from outside all.
    """

    now: datetime
    """Aware, in the establishment's zone; `today()` is its date."""

    completeness: Callable[[], float] = _of_no_form
    """The share of required answers that are given, in hundredths; NaN where there is no form around."""

    language: str = "en"
    """In which days and months are written; the dialect's own is English."""

    instance: Callable[[str], NodeSet] = _no_list
    """The place of a list by its name, in which its entries are found; none when it is unknown."""

    cell: Callable[[str, str, str, str], str | None] = _no_cell
    """Of a list, what one column says in the first entry where another says so; None where there is no such list."""

    label: Callable[[str, str], str | None] = _no_label
    """How people read a choice of a question; None where there is no such question."""

    draw: Callable[[Node], int] = _no_draw
    """A number of 128 bits drawn for what stands at a node, another at each call."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where one evaluation happens."""

    node: Node
    """The context: what `.` denotes."""

    world: World

    outer: NodeSet = ()
    """From where one came to `node`, the nearest first: empty outside of any condition between brackets."""

    rank: int = 1
    """Of the context among those that a condition between brackets judges, from 1."""

    size: int = 1
    """How many it judges."""

    def moved_to(self, node: Node, rank: int = 1, size: int = 1) -> Scope:
        """The same world at another node, reached from this one."""
        return Scope(node, self.world, (self.node, *self.outer), rank, size)

    @property
    def current(self) -> Node:
        """Where the whole expression stands, whatever conditions it is in."""
        return self.outer[-1] if self.outer else self.node

    @property
    def now(self) -> datetime:
        """The hour, aware."""
        return self.world.now

    @property
    def zone(self) -> tzinfo:
        """The zone in which dates begin and times without offset are read."""
        return self.world.now.tzinfo or UTC


Evaluate: TypeAlias = Callable[[Scope], Value]
"""An expression, or a part of one, ready to be computed."""
