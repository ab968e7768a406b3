"""Arithmetic of doubles as the dialect has it: no operation fails, what has no result is NaN."""

import math
import operator
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

_ROUNDING = Context(prec=800, rounding=ROUND_HALF_UP)
_HALF = 0.5
_MOST_DECIMALS = 330
_LONGEST_DOUBLE = 310


def divide(dividend: float, divisor: float) -> float:
    """Divide; by zero the result is infinite with the sign of both, and 0 by 0 is NaN."""
    if divisor:
        return dividend / divisor
    if dividend == 0 or math.isnan(dividend):
        return math.nan
    return math.copysign(math.inf, dividend) * math.copysign(1.0, divisor)


def modulo(dividend: float, divisor: float) -> float:
    """Return the remainder with the sign of the dividend; by zero or of an infinite it is NaN."""
    if divisor == 0 or math.isinf(dividend):
        return math.nan
    return math.fmod(dividend, divisor)


def round_whole(value: float) -> float:
    """Round to the nearest whole number; a half goes up, so -0.5 gives 0."""
    if not math.isfinite(value):
        return value
    floor = float(math.floor(value))
    return floor if value - floor < _HALF else floor + 1.0


def round_places(value: float, places: float) -> float:
    """Round to `places` decimals, tens when negative; a half goes away from zero, as written in decimal."""
    if not math.isfinite(value) or math.isnan(places) or places >= _MOST_DECIMALS:
        return value if not math.isnan(places) else math.nan
    if places <= -_LONGEST_DOUBLE:
        return 0.0
    step = Decimal(1).scaleb(-int(places))
    return float(Decimal(repr(value)).quantize(step, context=_ROUNDING))


def truncate(value: float) -> float:
    """Drop the decimals, towards zero."""
    return float(math.trunc(value)) if math.isfinite(value) else value


OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divide,
    "mod": modulo,
}
