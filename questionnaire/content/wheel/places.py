"""Where things stand in the plane: angles in degrees clockwise from 12 o'clock, values as distances."""

from fractions import Fraction
from math import cos, radians, sin

from questionnaire.content.wheel.declaring import WheelError
from questionnaire.content.wheel.shapes import RADIUS, Point
from questionnaire.spec.measures import HIGHEST

_NEAREST = 0.09 * RADIUS


def at(angle: float, distance: float) -> Point:
    """The point in that direction."""
    turn = radians(angle)
    return point(distance * sin(turn), -distance * cos(turn))


def point(x: float, y: float) -> Point:
    """A point rounded so that equal places are equal; never a minus zero."""
    return Point(round(x, 2) + 0.0, round(y, 2) + 0.0)


def reach(value: Fraction) -> float:
    """The distance of a value from the centre: level 4 on the outer ring.

    Zero stands at 9 % of the radius, so that marks of several slices part; nothing above zero stands nearer.
    Raises WheelError for a value outside the scale.
    """
    if not 0 <= value <= HIGHEST:
        raise WheelError(f"La roue va de 0 à {HIGHEST}\u00a0: {float(value):g} n’y a pas de place.")
    return max(float(value) / HIGHEST * RADIUS, _NEAREST)
