"""What an expression sees of the world: typed values, a tree of nodes, and where it stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from math import nan
from typing import Protocol, TypeAlias

Atom: TypeAlias = str | float | bool | date | datetime
"""One value: `""` is blank, numbers are floats (NaN: no number), a datetime knows its zone."""


class Node(Protocol):
    """One question, group or repeat item of an answer tree."""

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


NodeSet: TypeAlias = tuple[Node, ...]
"""Nodes in document order."""

Value: TypeAlias = Atom | NodeSet


def _itself(node: Node, _: Node) -> Node:
    return node


def _of_no_form() -> float:
    return nan


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and when one evaluation happens."""

    node: Node
    """The context: what `.` denotes."""

    find: Callable[[str, Node], NodeSet]
    """What `${name}` denotes seen from a node: inside the same repeat item one node, from outside all."""

    now: datetime
    """Aware, in the establishment's zone; `today()` is its date."""

    seen_from: Callable[[Node, Node], Node] = _itself
    """A node, standing inside another: what its own item does not hold is then looked for around that other."""

    completeness: Callable[[], float] = _of_no_form
    """The share of required answers that are given, in hundredths; NaN where there is no form around."""

    language: str = "en"
    """In which days and months are written; the dialect's own is English."""

    def moved_to(self, node: Node) -> Scope:
        """The same hour at another node, seen from this one."""
        return replace(self, node=self.seen_from(node, self.node))

    @property
    def zone(self) -> tzinfo:
        """The zone in which dates begin and times without offset are read."""
        return self.now.tzinfo or UTC


Evaluate: TypeAlias = Callable[[Scope], Value]
"""An expression, or a part of one, ready to be computed."""
