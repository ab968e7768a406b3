"""Functions of the pocket calculator: powers, logarithms, angles in radians. What has no result is NaN."""

import math
from collections.abc import Callable

from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.values import NAN


def _calculated(compute: Callable[..., float]) -> Callable[..., float]:
    """The body of a function: NaN outside of its domain, infinite where the result is too large for a double."""

    def body(_: object, *numbers: float) -> float:
        if any(map(math.isnan, numbers)):
            return NAN
        try:
            return float(compute(*numbers))
        except OverflowError:
            return math.inf
        except ValueError:
            return NAN

    return body


def _power(base: float, exponent: float) -> float:
    """As IEEE 754 has it: zero to a negative power is infinite."""
    if base == 0 and exponent < 0:
        return math.inf
    return math.pow(base, exponent)


def _logarithm(log: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: log(number) if number else -math.inf


def _of_one(name: str, summary: str, compute: Callable[[float], float]) -> Function:
    return Function(name, summary, (Parameter("nombre", Type.NUMBER),), Type.NUMBER, _calculated(compute))


ANGLES = (
    _of_one("sqrt", "La racine carrée du nombre.", math.sqrt),
    _of_one("exp", "L’exponentielle du nombre.", math.exp),
    _of_one("exp10", "Dix à la puissance du nombre.", lambda number: math.pow(10.0, number)),
    _of_one("log", "Le logarithme népérien du nombre.", _logarithm(math.log)),
    _of_one("log10", "Le logarithme décimal du nombre.", _logarithm(math.log10)),
    _of_one("sin", "Le sinus de l’angle, en radians.", math.sin),
    _of_one("cos", "Le cosinus de l’angle, en radians.", math.cos),
    _of_one("tan", "La tangente de l’angle, en radians.", math.tan),
    _of_one("asin", "L’angle, en radians, dont le nombre est le sinus.", math.asin),
    _of_one("acos", "L’angle, en radians, dont le nombre est le cosinus.", math.acos),
    _of_one("atan", "L’angle, en radians, dont le nombre est la tangente.", math.atan),
    Function(
        "atan2",
        "L’angle, en radians, du point dont on donne l’ordonnée puis l’abscisse.",
        (Parameter("ordonnée", Type.NUMBER), Parameter("abscisse", Type.NUMBER)),
        Type.NUMBER,
        _calculated(math.atan2),
    ),
    Function(
        "pow",
        "Le nombre à la puissance de l’exposant.",
        (Parameter("nombre", Type.NUMBER), Parameter("exposant", Type.NUMBER)),
        Type.NUMBER,
        _calculated(_power),
    ),
    Function("pi", "Le nombre π.", (), Type.NUMBER, lambda _: math.pi),
)
