"""Functions on places: « latitude longitude » in degrees, several of them parted by « ; », on a round earth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Scope, Value
from questionnaire.expressions.values import NAN, atoms_of, number_of_text, text_of

RADIUS = 6_378_100.0
"""Metres from the centre of the earth, as the engines of the dialect have it."""

_FEWEST_CORNERS = 3
_LATITUDE, _LONGITUDE = 90.0, 180.0
_CENTIMETRES = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Radians."""

    latitude: float
    longitude: float


def places_of(scope: Scope, value: Value) -> tuple[Place, ...] | None:
    """Return the places that a text says, or each node of a node-set; None when one of them is none."""
    texts = [part for atom in atoms_of((value,)) for part in text_of(atom).split(";") if part.strip()]
    found = [_place(scope, text) for text in texts]
    return None if None in found else tuple(place for place in found if place is not None)


def _place(scope: Scope, text: str) -> Place | None:
    words = text.split()
    if len(words) not in range(2, 5):
        return None
    latitude, longitude = (number_of_text(word, scope.zone) for word in words[:2])
    if not (abs(latitude) <= _LATITUDE and abs(longitude) <= _LONGITUDE):
        return None
    return Place(math.radians(latitude), math.radians(longitude))


def length(scope: Scope, value: Value) -> float:
    """Return the metres from each place to the next; NaN when one of them is no place."""
    places = places_of(scope, value)
    if places is None:
        return NAN
    return round(math.fsum(_apart(one, other) for one, other in pairwise(places)), _CENTIMETRES)


def _apart(one: Place, other: Place) -> float:
    """The haversine of the angle between two places, times the radius."""
    across = math.sin((other.latitude - one.latitude) / 2) ** 2
    along = math.sin((other.longitude - one.longitude) / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(across + math.cos(one.latitude) * math.cos(other.latitude) * along))


def surface(scope: Scope, value: Value) -> float:
    """Return the square metres inside a line of places, closed if need be; NaN when one of them is no place."""
    places = places_of(scope, value)
    if places is None:
        return NAN
    if len(set(places)) < _FEWEST_CORNERS:
        return 0.0
    slices = (
        (other.longitude - one.longitude) * (2 + math.sin(one.latitude) + math.sin(other.latitude))
        for one, other in pairwise((*places, places[0]))
    )
    return round(abs(math.fsum(slices)) * RADIUS * RADIUS / 2, _CENTIMETRES)


def is_inside(scope: Scope, point: Value, shape: Value) -> bool:
    """Tell whether a place is inside a line of places, by how often a ray from it crosses the line."""
    inside, corners = places_of(scope, point), places_of(scope, shape)
    if not inside or not corners or len(corners) < _FEWEST_CORNERS:
        raise EvaluationError("geofence() attend un lieu, puis un contour d’au moins trois lieux.")
    return _crossings(inside[0], (*corners, corners[0])) % 2 == 1


def _crossings(point: Place, line: Sequence[Place]) -> int:
    return sum(_crosses(point, one, other) for one, other in pairwise(line))


def _crosses(point: Place, one: Place, other: Place) -> bool:
    if (one.latitude > point.latitude) == (other.latitude > point.latitude):
        return False
    share = (point.latitude - one.latitude) / (other.latitude - one.latitude)
    return point.longitude < one.longitude + share * (other.longitude - one.longitude)


PLACES = (
    Function("distance", "La longueur du trajet, en mètres.", (Parameter("lieux"),), Type.NUMBER, length),
    Function("area", "La surface du contour, en mètres carrés.", (Parameter("lieux"),), Type.NUMBER, surface),
    Function(
        "geofence",
        "Vrai si le lieu est à l’intérieur du contour.",
        (Parameter("lieu"), Parameter("contour")),
        Type.TRUTH,
        is_inside,
    ),
)
