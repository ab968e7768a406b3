"""Functions on where nodes stand: the current one, the items of a repeat by their rank."""

from collections.abc import Iterator
from math import isnan

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Evaluate, Node, NodeSet, Scope, Value
from questionnaire.expressions.values import number_of


def current(scope: Scope) -> NodeSet:
    """Return the node where the whole expression stands, in whatever condition it is called."""
    return (scope.current,)


def name_of(_: Scope, nodes: NodeSet) -> str:
    """Return the name of the first node, blank when there is none."""
    return nodes[0].name if nodes else ""


def local_name(_: Scope, nodes: NodeSet) -> str:
    """Return the name of the first node without its prefix."""
    return nodes[0].name.rpartition(":")[2] if nodes else ""


def indexed_repeat(scope: Scope, nodes: Evaluate, *pairs: Evaluate) -> Value:
    """Return those of some nodes that stand in the item of such a rank of a repeat, of another inside it, and so on."""
    found, item = _nodes(nodes(scope)), None
    for items, rank in zip(pairs[::2], pairs[1::2], strict=True):
        inside = [one for one in _nodes(items(scope)) if item is None or _holds(item, one)]
        wanted = number_of(rank(scope), scope.zone)
        place = 1 if isnan(wanted) else int(wanted)
        if not 1 <= place <= len(inside):
            return ()
        item = inside[place - 1]
    return tuple(node for node in found if item is None or _holds(item, node))


def _nodes(value: Value) -> NodeSet:
    if not isinstance(value, tuple):
        raise EvaluationError("indexed-repeat() attend des réponses (${nom}) et des répétitions.")
    return value


def _holds(item: Node, node: Node) -> bool:
    return any(place is item for place in _upwards(node))


def _upwards(node: Node) -> Iterator[Node]:
    place: Node | None = node
    while place is not None:
        yield place
        place = place.parent


_NODES = Parameter("réponses", Type.NODES)

PATHS = (
    Function("current", "Ce que juge l’expression entière, même entre crochets.", (), Type.NODES, current),
    Function(
        "indexed-repeat",
        "La réponse donnée dans l’élément de tel rang, compté à partir de 1, d’une répétition\u00a0; "
        "jusqu’à trois répétitions l’une dans l’autre.",
        (
            _NODES,
            *(Parameter("répétition", Type.NODES), Parameter("rang", Type.NUMBER)),
            *(Parameter("répétition dedans", Type.NODES), Parameter("rang", Type.NUMBER)),
            *(Parameter("répétition dedans", Type.NODES), Parameter("rang", Type.NUMBER)),
        ),
        Type.NODES,
        indexed_repeat,
        optional=4,
        lazy=True,
        everywhere=True,
    ),
    Function("name", "Le nom d’une question.", (_NODES,), Type.TEXT, name_of, of_self=True),
    Function("local-name", "Le nom d’une question, sans préfixe.", (_NODES,), Type.TEXT, local_name, of_self=True),
    Function(
        "last",
        "Entre crochets, combien de réponses sont jugées\u00a0: [position() = last()] garde la dernière.",
        (),
        Type.NUMBER,
        lambda scope: float(scope.size),
    ),
    Function(
        "count-non-empty",
        "Le nombre de réponses qui ne sont pas vides.",
        (_NODES,),
        Type.NUMBER,
        lambda _, nodes: float(sum(node.value != "" for node in nodes)),
    ),
)
