"""What the answers put on the wheel: marks that nest at one place, lines of gaps, arcs of the joint scores."""

from collections.abc import Iterator, Mapping, Sequence

from questionnaire.content.wheel.declaring import Quarters, Series, Source
from questionnaire.content.wheel.layout import STARTS, middle
from questionnaire.content.wheel.places import at, reach
from questionnaire.content.wheel.shapes import Arc, GapLine, Line, Mark, Point, Slice
from questionnaire.results import Score, gap_band

_ALONE: dict[Source, float] = {"pro": 7.0, "user": 8.0, "joint": 7.5}
_HOLDING_CROSS, _HOLDING_SQUARE = 9.5, 11.5
_SQUARE_INSIDE = 6.0
_CROSS_INSIDE = 3.6


def marks_of(slices: Sequence[Slice], series: Mapping[Source, Series]) -> tuple[Mark, ...]:
    """The marks of every criterion; a source that does not say has none."""
    return tuple(mark for piece in slices for mark in _of_slice(piece, series))


def _of_slice(piece: Slice, series: Mapping[Source, Series]) -> Iterator[Mark]:
    together: dict[Point, list[Source]] = {}
    for source in series:
        place = place_of(piece, series[source])
        if place is not None:
            together.setdefault(place, []).append(source)
    for place, sources in together.items():
        yield from nested(place, frozenset(sources))


def place_of(piece: Slice, series: Series) -> Point | None:
    """Where a source puts its mark in a slice."""
    value = series.profile.criteria[piece.criterion].mean
    return None if value is None else at(middle(piece), reach(value))


def nested(place: Point, sources: frozenset[Source]) -> tuple[Mark, ...]:
    """The marks of one place, outer first: the circle holds the square, the cross is cut into the square."""
    if len(sources) == 1:
        return tuple(Mark(source, place, _ALONE[source]) for source in sources)
    marks: list[Mark] = []
    if "user" in sources:
        marks.append(Mark("user", place, _HOLDING_SQUARE if "joint" in sources else _HOLDING_CROSS))
    if "joint" in sources:
        marks.append(Mark("joint", place, _SQUARE_INSIDE if "user" in sources else _ALONE["joint"]))
    if "pro" in sources:
        marks.append(Mark("pro", place, _CROSS_INSIDE, cut="joint" in sources))
    return tuple(marks)


def sign_of(*sources: Source) -> tuple[Mark, ...]:
    """The same marks around the origin, to be explained in words beside."""
    return nested(Point(0.0, 0.0), frozenset(sources))


def gap_line(piece: Slice, pro: Series, user: Series, value: Score) -> GapLine | None:
    """The line between two sides, as long as their gap ``value``; None where they are close or one is missing."""
    first, second = place_of(piece, pro), place_of(piece, user)
    if value is None or first is None or second is None:
        return None
    band = gap_band(value).name
    return None if band == "close" else GapLine(Line(first, second), solid=band == "discuss")


def arcs_of(quarters: Quarters, joint: Series | None) -> tuple[Arc, ...]:
    """The joint score of each quarter that has one."""
    found = []
    for quarter, start in zip(quarters, STARTS, strict=True):
        score = joint.profile.sectors[quarter.name].score if joint else None
        if score is not None:
            radius = round(reach(score), 2)
            found.append(Arc(start, radius, at(start, radius), at(start + 90, radius)))
    return tuple(found)
