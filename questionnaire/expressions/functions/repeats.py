"""Functions on the items of a repeat."""

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import NodeSet, Scope


def rank(scope: Scope, *given: NodeSet) -> float:
    """Return the rank, from 1, of the first node among those of its name in its parent.

    Without node: of the one that a condition between brackets judges, among those that it judges.
    """
    if not given:
        return float(scope.rank)
    (nodes,) = given
    node = nodes[0] if nodes else None
    if node is None or node.parent is None:
        raise EvaluationError("position(..) est employé hors d’une répétition.")
    alike = [sibling for sibling in node.parent.children if sibling.name == node.name]
    return float(alike.index(node) + 1)


REPEATS = (
    Function(
        "count",
        "Le nombre d’éléments d’une répétition, ou de réponses d’une question répétée.",
        (Parameter("réponses", Type.NODES),),
        Type.NUMBER,
        lambda _, nodes: float(len(nodes)),
    ),
    Function(
        "position",
        "Le rang, à partir de 1, de l’élément de la répétition\u00a0: position(..)\u00a0; entre crochets, "
        "celui de la réponse jugée\u00a0: position().",
        (Parameter("élément", Type.NODES),),
        Type.NUMBER,
        rank,
        optional=1,
    ),
)
