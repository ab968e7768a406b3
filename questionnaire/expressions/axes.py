"""The directions of a path, and what it accepts there: axes and node tests of XPath 1.0 (§2.2 and §2.3)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from questionnaire.expressions.scope import Node, NodeKind, NodeSet


class Axis(StrEnum):
    """Where a step looks, from each node that the path has reached."""

    CHILD = "child"
    PARENT = "parent"
    SELF = "self"
    ATTRIBUTE = "attribute"
    DESCENDANT = "descendant"
    DESCENDANT_OR_SELF = "descendant-or-self"
    ANCESTOR = "ancestor"
    ANCESTOR_OR_SELF = "ancestor-or-self"
    FOLLOWING_SIBLING = "following-sibling"
    PRECEDING_SIBLING = "preceding-sibling"
    FOLLOWING = "following"
    PRECEDING = "preceding"


BACKWARD = frozenset({Axis.ANCESTOR, Axis.ANCESTOR_OR_SELF, Axis.PRECEDING_SIBLING, Axis.PRECEDING})
"""Axes that find the nearest first: ranks count from there."""

ANY_NODE = "node()"
KINDS = {
    "text()": NodeKind.TEXT,
    "comment()": NodeKind.COMMENT,
    "processing-instruction()": NodeKind.INSTRUCTION,
}

_ELEMENT = NodeKind.ELEMENT
Walk = Callable[[Node], Iterable[Node]]
Test = Callable[[Node], bool]
Reach = Callable[[Node], Sequence[Node]]


def top(node: Node) -> Node:
    """The root above a node."""
    while node.kind is not NodeKind.ROOT and node.parent is not None:
        node = node.parent
    return node


def accepts(axis: Axis, test: str) -> Test:
    """What a step keeps of its axis: a name, ``*``, ``node()`` or the name of a kind with parentheses."""
    if test == ANY_NODE:
        return lambda _: True
    if test in KINDS:
        wanted = KINDS[test]
        return lambda node: node.kind is wanted
    principal = NodeKind.ATTRIBUTE if axis is Axis.ATTRIBUTE else NodeKind.ELEMENT
    if test == "*":
        return lambda node: node.kind is principal
    return lambda node: node.name == test and node.kind is principal


def _parent(node: Node) -> Iterator[Node]:
    if node.parent is not None:
        yield node.parent


def _ancestors(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _ancestors_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _ancestors(node)


def _descendants(node: Node) -> Iterator[Node]:
    waiting = list(reversed(node.children))
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(current.children))


def _descendants_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _descendants(node)


def _siblings(node: Node) -> tuple[list[Node], list[Node]]:
    """Those before, the nearest first, and those after; none for what stands beside the children of its parent."""
    if node.parent is None or node.kind is NodeKind.ATTRIBUTE:
        return [], []
    family = list(node.parent.children)
    rank = next((index for index, child in enumerate(family) if child is node), None)
    if rank is None:
        return [], []
    return family[:rank][::-1], family[rank + 1 :]


def _following(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        yield from _descendants(node.parent)
        node = node.parent
    for place in _ancestors_or_self(node):
        for sibling in _siblings(place)[1]:
            yield from _descendants_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    place = node.parent if node.kind is NodeKind.ATTRIBUTE and node.parent is not None else node
    for above in _ancestors_or_self(place):
        for sibling in _siblings(above)[0]:
            yield from reversed(list(_descendants_or_self(sibling)))


AXES: dict[Axis, Walk] = {
    Axis.CHILD: lambda node: node.children,
    Axis.PARENT: _parent,
    Axis.SELF: lambda node: (node,),
    Axis.ATTRIBUTE: lambda node: node.attributes,
    Axis.DESCENDANT: _descendants,
    Axis.DESCENDANT_OR_SELF: _descendants_or_self,
    Axis.ANCESTOR: _ancestors,
    Axis.ANCESTOR_OR_SELF: _ancestors_or_self,
    Axis.FOLLOWING_SIBLING: lambda node: _siblings(node)[1],
    Axis.PRECEDING_SIBLING: lambda node: _siblings(node)[0],
    Axis.FOLLOWING: _following,
    Axis.PRECEDING: _preceding,
}


def reaching(axis: Axis, test: str) -> Reach:
    """What a step finds from a node; the usual one, to the children of a name, calls nothing for each of them."""
    if axis is Axis.CHILD and test != "*" and not test.endswith("()"):
        return lambda node: [child for child in node.children if child.name == test and child.kind is _ELEMENT]
    walk, accepted = AXES[axis], accepts(axis, test)
    return lambda node: [other for other in walk(node) if accepted(other)]


def in_document_order(nodes: Iterable[Node]) -> NodeSet:
    """The same nodes, each once, in the order of their document; those of several documents stay apart."""
    each = tuple({id(node): node for node in nodes}.values())
    return each if len(each) <= 1 else tuple(sorted(each, key=_Order().key))


_BESIDE = (2, 0)
"""The rank of a node that is no child of its parent: where the rules of a whole repeat stand."""


class _Order:
    """Where nodes stand: their ranks from the top, looked up once for each parent."""

    def __init__(self) -> None:
        self._ranks: dict[int, dict[int, tuple[int, int]]] = {}
        self._documents: dict[int, int] = {}

    def key(self, node: Node) -> tuple[tuple[int, int], ...]:
        """Attributes stand after their element and before its children."""
        ranks: list[tuple[int, int]] = []
        while node.parent is not None:
            ranks.append(self._rank(node, node.parent))
            node = node.parent
        return ((0, self._documents.setdefault(id(node), len(self._documents))), *reversed(ranks))

    def _rank(self, node: Node, parent: Node) -> tuple[int, int]:
        if id(parent) not in self._ranks:
            attributes = {id(one): (0, rank) for rank, one in enumerate(parent.attributes)}
            self._ranks[id(parent)] = attributes | {id(one): (1, rank) for rank, one in enumerate(parent.children)}
        return self._ranks[id(parent)].get(id(node), _BESIDE)
