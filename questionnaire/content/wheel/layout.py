"""What does not depend on the answers: slices, spokes, scale, numbers and names around the wheel."""

from collections.abc import Iterator
from itertools import pairwise

from questionnaire.content.wheel.declaring import Criterion, Quarters, WheelError
from questionnaire.content.wheel.places import at, point
from questionnaire.content.wheel.shapes import (
    FRAME,
    NUMBER_RADIUS,
    RADIUS,
    Anchor,
    Label,
    Line,
    Point,
    Rectangle,
    Slice,
    Text,
    Tick,
)
from questionnaire.spec.measures import HIGHEST, LONGEST_LINE, two_lines

STARTS = (270.0, 0.0, 90.0, 180.0)
"""First angle of each quarter: top left, top right, bottom right, bottom left."""
RINGS = tuple(RADIUS * level / HIGHEST for level in range(1, HIGHEST + 1))
TICKS = tuple(Tick(level, point(0, -RADIUS * level / HIGHEST)) for level in range(HIGHEST + 1))

_PARTING = round(0.034 * RADIUS, 2)
_CUT = RADIUS + 2  # through the line of the outer ring
CROSS = (
    Rectangle(-_PARTING / 2, -_CUT, _PARTING, 2 * _CUT),
    Rectangle(-_CUT, -_PARTING / 2, 2 * _CUT, _PARTING),
)
"""The bands of ground that part the quarters; the upright one carries the scale."""

NAME_SIZE, _LEADING = 15.0, 17.0
_NUMBERS_AT = RADIUS + 28
_BESIDE = NUMBER_RADIUS + 6  # from the middle of the number to the name
_TITLE_SIZE, _SCORE_SIZE = 19.0, 16.0
_ANCHORS: tuple[Anchor, ...] = ("start", "end", "end", "start")


def slices_of(quarters: Quarters) -> tuple[Slice, ...]:
    """The slices in the order of the criteria, equal inside each quarter, each half read from top to bottom."""
    return tuple(
        piece
        for rank, (quarter, start) in enumerate(zip(quarters, STARTS, strict=True))
        for piece in _share(quarter.criteria, start, clockwise=rank in {1, 2})
    )


def _share(criteria: tuple[Criterion, ...], start: float, *, clockwise: bool) -> Iterator[Slice]:
    edges = [start + 90 * rank / len(criteria) for rank in range(len(criteria) + 1)]
    places = list(pairwise(edges))
    for criterion, (first, last) in zip(criteria, places if clockwise else reversed(places), strict=True):
        yield Slice(criterion.name, first, last, at(first, RADIUS), at(last, RADIUS))


def spokes_of(slices: tuple[Slice, ...]) -> tuple[Line, ...]:
    """Lines between slices; between quarters the cross parts them."""
    return tuple(Line(point(0, 0), piece.opening) for piece in slices if piece.start not in STARTS)


def middle(piece: Slice) -> float:
    """The angle on which the marks of a slice stand."""
    return (piece.start + piece.end) / 2


def label_of(criterion: Criterion, piece: Slice) -> Label:
    """The number outside the ring, the name on the outer side of it.

    Raises WheelError for a name that does not fit on two lines.
    """
    place = at(middle(piece), _NUMBERS_AT)
    anchor: Anchor = "start" if place.x > 0 else "end"
    x = place.x + (_BESIDE if anchor == "start" else -_BESIDE)
    names = _in_two(criterion.short)
    # Capitals are 0.7 of the size: the block of names is centred on the number.
    first = place.y + 0.35 * NAME_SIZE - _LEADING * (len(names) - 1) / 2
    lines = (Text(name, point(x, first + _LEADING * rank), anchor, NAME_SIZE) for rank, name in enumerate(names))
    return Label(criterion.number, criterion.name, place, NUMBER_RADIUS, tuple(lines))


def _in_two(short: str) -> tuple[str, ...]:
    lines = two_lines(short)
    if lines is None:
        raise WheelError(
            f"Le nom court «\u00a0{short}\u00a0» ne tient pas en deux lignes de {LONGEST_LINE} caractères."
        )
    return lines


def titles_of(quarters: Quarters) -> tuple[Text, ...]:
    """The titles in the four corners of the frame."""
    places = zip(quarters, STARTS, _ANCHORS, strict=True)
    return tuple(Text(quarter.title, _corner(start, 24), anchor, _TITLE_SIZE) for quarter, start, anchor in places)


def score_text(rank: int, text: str) -> Text:
    """What is said under the title of one quarter."""
    return Text(text, _corner(STARTS[rank], 46), _ANCHORS[rank], _SCORE_SIZE)


def _corner(start: float, below: float) -> Point:
    """In the corner where a quarter stands; ``below`` the top of the two lines that fit there."""
    x = FRAME.left if start in {180.0, 270.0} else FRAME.left + FRAME.width
    top = FRAME.top if start in {270.0, 0.0} else FRAME.top + FRAME.height - 56
    return point(x, top + below)
