"""Follow a path: from nodes by steps to other nodes, each once, in the order of their document."""

from collections.abc import Callable, Iterable, Sequence

from questionnaire.expressions.axes import ANY_NODE, AXES, BACKWARD, Axis, Test, Walk, accepts, in_document_order
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.scope import Evaluate, Node, NodeSet, Scope, Value
from questionnaire.expressions.values import boolean_of

Stride = Callable[[Scope, NodeSet], NodeSet]
"""From the nodes that a path has reached to those of its next step."""

INWARD = frozenset({Axis.CHILD, Axis.ATTRIBUTE, Axis.SELF})
"""Axes that, from nodes of which none holds another, find nodes in order, each once, of which none holds another."""


def nodes_of(value: Value) -> NodeSet:
    """A value that must be nodes. Raises EvaluationError."""
    if not isinstance(value, tuple):
        raise EvaluationError("Un chemin part de réponses (${nom}), pas d’un nombre ou d’un texte.")
    return value


def kept(nodes: Evaluate, condition: Evaluate) -> Evaluate:
    """Those of some nodes of which a condition holds, ranked in the order of the document."""
    return lambda scope: tuple(_held(scope, nodes_of(nodes(scope)), condition))


def walked(start: Evaluate, steps: Sequence[tuple[Axis, str, tuple[Evaluate, ...]]]) -> Evaluate:
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


def _strides(steps: Sequence[tuple[Axis, str, tuple[Evaluate, ...]]]) -> Iterable[Stride]:
    apart = True
    for axis, test, conditions in _shortened(steps):
        apart = apart and axis in INWARD
        yield _stride(axis, test, conditions, apart=apart)


def _shortened(
    steps: Sequence[tuple[Axis, str, tuple[Evaluate, ...]]],
) -> Iterable[tuple[Axis, str, tuple[Evaluate, ...]]]:
    """`//name` without condition, written in full, is two steps: one that finds the same does for both."""
    rest = list(steps)
    while rest:
        axis, test, conditions = rest.pop(0)
        deeper = (axis, test, conditions) == (Axis.DESCENDANT_OR_SELF, ANY_NODE, ())
        if deeper and rest and rest[0][0] is Axis.CHILD and not rest[0][2]:
            yield Axis.DESCENDANT, rest.pop(0)[1], ()
        else:
            yield axis, test, conditions


def _stride(axis: Axis, test: str, conditions: tuple[Evaluate, ...], *, apart: bool) -> Stride:
    walk, accepted, backward = AXES[axis], accepts(axis, test), axis in BACKWARD

    def stride(scope: Scope, nodes: NodeSet) -> NodeSet:
        found: list[Node] = []
        for node in nodes:
            reached = _reached(walk, accepted, node)
            for condition in conditions:
                reached = _held(scope, reached, condition)
            found.extend(reversed(reached) if backward else reached)
        return tuple(found) if apart or len(nodes) <= 1 else in_document_order(found)

    return stride


def _reached(walk: Walk, accepted: Test, node: Node) -> list[Node]:
    return [other for other in walk(node) if accepted(other)]


def _held(scope: Scope, nodes: Sequence[Node], condition: Evaluate) -> list[Node]:
    """A condition is judged at each node, seen from where the path stands; a number is a rank, from 1."""
    size = len(nodes)
    ranked = enumerate(nodes, start=1)
    return [node for rank, node in ranked if _holds_at(rank, condition(scope.moved_to(node, rank, size)))]


def _holds_at(rank: int, value: Value) -> bool:
    return value == rank if isinstance(value, float) else boolean_of(value)
