"""Functions that choose or decide."""

import math

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Evaluate, Scope, Value
from questionnaire.expressions.values import atoms_of, boolean_of, number_of, text_of

ANY_COUNT = -1.0
"""Written as the fewest or the most of a checklist: no bound on that side."""


def choose(scope: Scope, condition: Evaluate, yes: Evaluate, no: Evaluate) -> Value:
    """Evaluate the condition, then only the branch taken."""
    return yes(scope) if boolean_of(condition(scope)) else no(scope)


def first_answered(scope: Scope, first: Evaluate, second: Evaluate) -> Value:
    """Return the first value, or the second when the first is blank or no number."""
    value = first(scope)
    return second(scope) if text_of(value) in ("", "NaN") else value


def is_counted(_: Scope, fewest: float, most: float, *values: Value) -> bool:
    """Tell whether the number of truths is between two bounds, both included; each node of a node-set is one value."""
    return _within(fewest, most, sum(map(boolean_of, atoms_of(values))))


def is_weighed(scope: Scope, fewest: float, most: float, *values: Value) -> bool:
    """Tell whether the weights of the truths, each written after its value, add up to between two bounds."""
    truths, weights = [*atoms_of(values[::2])], [*atoms_of(values[1::2])]
    if len(truths) != len(weights):
        raise EvaluationError("weighted-checklist() attend un poids après chaque valeur.")
    counted = [weight for truth, weight in zip(truths, weights, strict=True) if boolean_of(truth)]
    return _within(fewest, most, math.fsum(number_of(weight, scope.zone) for weight in counted))


def _within(fewest: float, most: float, found: float) -> bool:
    return (fewest == ANY_COUNT or fewest <= found) and (most == ANY_COUNT or found <= most)


_BOUNDS = (Parameter("minimum", Type.NUMBER), Parameter("maximum", Type.NUMBER))

LOGIC = (
    Function(
        "if",
        "La deuxième valeur si la condition est vraie, sinon la troisième.",
        (Parameter("condition", Type.TRUTH), Parameter("alors"), Parameter("sinon")),
        Type.ANY,
        choose,
        lazy=True,
    ),
    Function(
        "coalesce",
        "La première valeur si elle est remplie, sinon la seconde.",
        (Parameter("valeur"), Parameter("sinon")),
        Type.ANY,
        first_answered,
        lazy=True,
    ),
    Function(
        "not",
        "Vrai si la condition est fausse.",
        (Parameter("condition", Type.TRUTH),),
        Type.TRUTH,
        lambda _, condition: not condition,
    ),
    Function(
        "boolean",
        "Vrai si la valeur est remplie et n’est pas zéro.",
        (Parameter("valeur", Type.TRUTH),),
        Type.TRUTH,
        lambda _, truth: truth,
    ),
    Function(
        "boolean-from-string",
        "Vrai si le texte est «\u00a0true\u00a0» ou «\u00a01\u00a0».",
        (Parameter("texte", Type.TEXT),),
        Type.TRUTH,
        lambda _, text: text in ("true", "1"),
    ),
    Function(
        "checklist",
        "Vrai si le nombre de valeurs vraies est entre le minimum et le maximum (-1\u00a0: sans borne).",
        (*_BOUNDS, Parameter("valeurs")),
        Type.TRUTH,
        is_counted,
        repeats=True,
    ),
    Function(
        "weighted-checklist",
        "Vrai si le poids des valeurs vraies, chacune suivie du sien, est entre les bornes (-1\u00a0: sans borne).",
        (*_BOUNDS, Parameter("valeur"), Parameter("poids")),
        Type.TRUTH,
        is_weighed,
        repeats=True,
    ),
    Function("true", "Vrai.", (), Type.TRUTH, lambda _: True),
    Function("false", "Faux.", (), Type.TRUTH, lambda _: False),
)
