"""Functions that choose or decide."""

from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Evaluate, Scope, Value
from questionnaire.expressions.values import boolean_of, text_of


def choose(scope: Scope, condition: Evaluate, yes: Evaluate, no: Evaluate) -> Value:
    """Evaluate the condition, then only the branch taken."""
    return yes(scope) if boolean_of(condition(scope)) else no(scope)


def first_answered(scope: Scope, first: Evaluate, second: Evaluate) -> Value:
    """Return the first value, or the second when the first is blank or no number."""
    value = first(scope)
    return second(scope) if text_of(value) in ("", "NaN") else value


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
    Function("true", "Vrai.", (), Type.TRUTH, lambda _: True),
    Function("false", "Faux.", (), Type.TRUTH, lambda _: False),
)
