"""The shapes of a wheel, with every measure resolved: a drawer only puts them on its paper."""

from dataclasses import dataclass
from typing import Literal

from questionnaire.content.wheel.declaring import Source

RADIUS = 230.0
"""The outer ring, level 4."""
NUMBER_RADIUS = 14.5
"""The circle around a criterion's number."""

Anchor = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Point:
    """Rounded to a hundredth of a unit."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rectangle:
    """``left`` and ``top`` from the centre of the wheel."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, point: Point) -> bool:
        """Whether the point is inside or on the edge."""
        across, down = point.x - self.left, point.y - self.top
        return 0 <= across <= self.width and 0 <= down <= self.height


FRAME = Rectangle(-405.0, -316.0, 810.0, 632.0)
"""Everything is inside, the names and the titles too."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: ``at`` is the start or the end of its baseline; ``size`` in units."""

    text: str
    at: Point
    anchor: Anchor
    size: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A level written at 12 o'clock, centred on ``at``."""

    level: int
    at: Point


@dataclass(frozen=True, slots=True)
class Slice:
    """The place of a criterion: from the angle ``start`` to ``end``, in degrees clockwise from 12 o'clock.

    ``opening`` and ``closing`` are its corners on the outer ring.
    """

    criterion: str
    start: float
    end: float
    opening: Point
    closing: Point


@dataclass(frozen=True, slots=True)
class Label:
    """A criterion around the wheel: its number in a circle of ``radius`` centred on ``at``, its short name beside."""

    number: int
    criterion: str
    at: Point
    radius: float
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, from the centre outwards for a spoke."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class GapLine:
    """From the mark of the professionals to that of the users; ``solid`` to discuss first, dotted to look at."""

    line: Line
    solid: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """The joint score of a quarter, from the angle ``start`` to ``start + 90``."""

    start: float
    radius: float
    opening: Point
    closing: Point


@dataclass(frozen=True, slots=True)
class Mark:
    """One estimate: cross for ``pro``, circle for ``user``, square for ``joint``, ``half`` as wide and as high.

    ``cut``: drawn in the colour of the ground, because it stands inside a square.
    """

    source: Source
    at: Point
    half: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Geometry:
    """Every shape, in the order of drawing: what comes later stands above. ``rings`` are radii, from level 1 up."""

    frame: Rectangle
    rings: tuple[float, ...]
    slices: tuple[Slice, ...]
    arcs: tuple[Arc, ...]
    spokes: tuple[Line, ...]
    cross: tuple[Rectangle, Rectangle]
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    titles: tuple[Text, ...]
    scores: tuple[Text, ...]
    gaps: tuple[GapLine, ...]
    marks: tuple[Mark, ...]
