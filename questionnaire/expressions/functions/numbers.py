"""Functions that give a number."""

import math
from collections.abc import Callable

from questionnaire.expressions.arithmetic import round_places, round_whole, truncate
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import NodeSet, Scope, Value
from questionnaire.expressions.values import NAN, atoms_of, number_of


def rounded(_: Scope, value: float, places: float | None = None) -> float:
    """Round to a whole number, or to a number of decimals."""
    return round_whole(value) if places is None else round_places(value, places)


def total(scope: Scope, nodes: NodeSet) -> float:
    """Add the nodes that are not blank; nothing adds to 0, a text that is no number to NaN."""
    return math.fsum(number_of(node.value, scope.zone) for node in nodes if node.value != "")


def smallest(scope: Scope, *values: Value) -> float:
    """Return the least number; NaN when there is none or when one is blank."""
    return _extreme(min, scope, values)


def largest(scope: Scope, *values: Value) -> float:
    """Return the greatest number; NaN when there is none or when one is blank."""
    return _extreme(max, scope, values)


def _extreme(pick: Callable[[list[float]], float], scope: Scope, values: tuple[Value, ...]) -> float:
    numbers = [number_of(atom, scope.zone) for atom in atoms_of(values)]
    return NAN if not numbers or any(map(math.isnan, numbers)) else pick(numbers)


def _whole(rounding: Callable[[float], int]) -> Callable[[object, float], float]:
    """The body of a rounding; what is not finite stays as it is."""
    return lambda _, number: float(rounding(number)) if math.isfinite(number) else number


_VALUE = Parameter("valeur", Type.NUMBER)

NUMBERS = (
    Function(
        "number",
        "La valeur en nombre\u00a0; une date devient un nombre de jours depuis le 1er janvier 1970.",
        (_VALUE,),
        Type.NUMBER,
        lambda _, number: number,
        of_self=True,
    ),
    Function(
        "int",
        "La partie entière, sans arrondir.",
        (_VALUE,),
        Type.NUMBER,
        lambda _, number: truncate(number),
    ),
    Function(
        "round",
        "Le nombre arrondi à l’entier, ou à tant de décimales (négatif\u00a0: dizaines, centaines…).",
        (_VALUE, Parameter("décimales", Type.NUMBER)),
        Type.NUMBER,
        rounded,
        optional=1,
    ),
    Function("abs", "Le nombre sans son signe.", (_VALUE,), Type.NUMBER, lambda _, number: abs(number)),
    Function("floor", "L’entier juste au-dessous.", (_VALUE,), Type.NUMBER, _whole(math.floor)),
    Function("ceiling", "L’entier juste au-dessus.", (_VALUE,), Type.NUMBER, _whole(math.ceil)),
    Function(
        "sum",
        "La somme des réponses remplies d’une question répétée.",
        (Parameter("réponses", Type.NODES),),
        Type.NUMBER,
        total,
    ),
    Function(
        "min",
        "Le plus petit des nombres\u00a0; rien si l’un d’eux manque.",
        (Parameter("valeurs"),),
        Type.NUMBER,
        smallest,
        repeats=True,
    ),
    Function(
        "max",
        "Le plus grand des nombres\u00a0; rien si l’un d’eux manque.",
        (Parameter("valeurs"),),
        Type.NUMBER,
        largest,
        repeats=True,
    ),
    Function(
        "string-length",
        "Le nombre de caractères du texte.",
        (Parameter("texte", Type.TEXT),),
        Type.NUMBER,
        lambda _, text: float(len(text)),
        of_self=True,
    ),
)
