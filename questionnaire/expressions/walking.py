"""Follow a path: from nodes by steps to other nodes, each once, in the order of their document."""

from collections.abc import Callable, Iterable, Sequence

from questionnaire.expressions.axes import ANY_NODE, BACKWARD, Axis, in_document_order, reaching
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.scope import Evaluate, Node, NodeSet, Scope, Value
from questionnaire.expressions.values import boolean_of

Stride = Callable[[Scope, NodeSet], NodeSet]
"""From the nodes that a path has reached to those of its next step."""

Sieve = Callable[[Scope, Sequence[Node]], Sequence[Node]]
"""What a condition between brackets keeps of the nodes that it judges, ranked in their order."""

Way = tuple[Axis, str, tuple[Sieve, ...]]
"""A step, ready to be walked."""

INWARD = frozenset({Axis.CHILD, Axis.ATTRIBUTE, Axis.SELF})
"""Axes that, from nodes of which none holds another, find nodes in order, each once, of which none holds another."""


def nodes_of(value: Value) -> NodeSet:
    """A value that must be nodes. Raises EvaluationError."""
    if not isinstance(value, tuple):
        raise EvaluationError("Un chemin part de réponses (${nom}), pas d’un nombre ou d’un texte.")
    return value


def ranked(rank: float) -> Sieve:
    """`[2]`: the node of that rank, from 1; nothing is evaluated."""
    place = int(rank) - 1 if rank.is_integer() and rank >= 1 else None
    return lambda _, nodes: () if place is None else nodes[place : place + 1]


def held(condition: Evaluate) -> Sieve:
    """A condition is judged at each node, seen from where the path stands; a number is a rank, from 1."""

    def sieve(scope: Scope, nodes: Sequence[Node]) -> Sequence[Node]:
        size = len(nodes)
        places = enumerate(nodes, start=1)
        return [node for rank, node in places if _holds_at(rank, condition(scope.moved_to(node, rank, size)))]

    return sieve


def kept(nodes: Evaluate, sieve: Sieve) -> Evaluate:
    """Those of some nodes that a condition keeps, ranked in the order of the document."""
    return lambda scope: tuple(sieve(scope, nodes_of(nodes(scope))))


def walked(start: Evaluate, steps: Sequence[Way]) -> Evaluate:
    """The nodes at the end of a path."""
    strides = tuple(_strides(steps))

    def evaluate(scope: Scope) -> NodeSet:
        nodes = nodes_of(start(scope))
        for stride in strides:
            nodes = stride(scope, nodes)
        return nodes

    return evaluate


def united(operands: Sequence[Evaluate]) -> Evaluate:
    """The nodes of each operand."""
    return lambda scope: in_document_order(node for operand in operands for node in nodes_of(operand(scope)))


def _strides(steps: Sequence[Way]) -> Iterable[Stride]:
    apart = True
    for axis, test, sieves in _shortened(steps):
        apart = apart and axis in INWARD
        yield _stride(axis, test, sieves, apart=apart)


def _shortened(steps: Sequence[Way]) -> Iterable[Way]:
    """`//name` without condition, written in full, is two steps: one that finds the same does for both."""
    rest = list(steps)
    while rest:
        axis, test, sieves = rest.pop(0)
        deeper = (axis, test, sieves) == (Axis.DESCENDANT_OR_SELF, ANY_NODE, ())
        if deeper and rest and rest[0][0] is Axis.CHILD and not rest[0][2]:
            yield Axis.DESCENDANT, rest.pop(0)[1], ()
        else:
            yield axis, test, sieves


def _stride(axis: Axis, test: str, sieves: tuple[Sieve, ...], *, apart: bool) -> Stride:
    reach, backward = reaching(axis, test), axis in BACKWARD

    def stride(scope: Scope, nodes: NodeSet) -> NodeSet:
        found: list[Node] = []
        for node in nodes:
            reached = reach(node)
            for sieve in sieves:
                reached = sieve(scope, reached)
            found.extend(reversed(reached) if backward else reached)
        return tuple(found) if apart or len(nodes) <= 1 else in_document_order(found)

    return stride


def _holds_at(rank: int, value: Value) -> bool:
    return value == rank if isinstance(value, float) else boolean_of(value)
