"""A thin frame around strips: each strip draws its own sides, so that a card may run over several pages.

On each page where it goes on, it is named again.
"""

from collections.abc import Sequence
from dataclasses import replace

from questionnaire.documents.palette import HAIR, HAIRLINE, Colour
from questionnaire.documents.strips import Column, Mark, Strip, kept
from questionnaire.documents.tagging import Pen

_RADIUS = 6
_PADDING = 10
_HELD = 200.0
"""A frame higher than this would leave too much of a page empty by going to the next one whole."""


def frame(
    strips: Sequence[Strip],
    column: Column,
    *,
    colour: Colour = HAIR,
    weight: float = HAIRLINE,
    padding: float = _PADDING,
    again: Strip | None = None,
) -> list[Strip]:
    """The strips inside a frame as wide as ``column``: on one page when short, else parted as each of them allows.

    ``again`` heads what stands on a following page.
    """
    edges = (column.left, column.left + column.width)

    def sides_of(strip: Strip, continued: Strip | None = None) -> Strip:
        def paint(pen: Pen, top: float) -> None:
            _stroke(pen, colour, weight)
            for x in edges:
                pen.canvas.line(x, top, x, top - strip.height)

        # A gap lost at the top of a page would leave the frame open: inside a frame, room is room.
        return replace(strip, marks=(Mark("Layout", paint), *strip.marks), gap=False, again=continued)

    def edge(*, opening: bool) -> Strip:
        def paint(pen: Pen, top: float) -> None:
            _stroke(pen, colour, weight)
            _cap(pen, edges, top, padding, opening=opening)

        return Strip(padding, (Mark("Layout", paint),), keep=opening)

    continued = sides_of(again) if again else None
    *sides, last = (sides_of(strip, continued) for strip in strips)
    framed = [edge(opening=True), *sides, replace(last, keep=True), edge(opening=False)]
    return kept(framed) if sum(strip.height for strip in framed) <= _HELD else framed


def _stroke(pen: Pen, colour: Colour, weight: float) -> None:
    pen.canvas.setStrokeColorRGB(*colour)
    pen.canvas.setLineWidth(weight)


def _cap(pen: Pen, edges: tuple[float, float], top: float, height: float, *, opening: bool) -> None:
    """The upper (or lower) end of the frame: sides, two round corners, one line."""
    left, right = edges
    outer, inner, turn = (top, top - height, -_RADIUS) if opening else (top - height, top, _RADIUS)
    path = pen.canvas.beginPath()
    path.moveTo(left, inner)
    path.lineTo(left, outer + turn)
    path.curveTo(left, outer + turn * 0.45, left + _RADIUS * 0.45, outer, left + _RADIUS, outer)
    path.lineTo(right - _RADIUS, outer)
    path.curveTo(right - _RADIUS * 0.45, outer, right, outer + turn * 0.45, right, outer + turn)
    path.lineTo(right, inner)
    pen.canvas.drawPath(path, stroke=1, fill=0)
