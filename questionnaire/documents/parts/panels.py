"""A tinted panel behind a few lines, with the one large corner that important panels have."""

from collections.abc import Sequence

from questionnaire.documents.palette import Colour
from questionnaire.documents.strips import Column, Mark, Strip, kept
from questionnaire.documents.tagging import Pen

_PADDING = 10
_SMALL, _LARGE = 6.0, 24.0
_ROUND = 0.55  # how far the handles of a quarter of circle stand from its corner, 1 - 0.55 seen from it


def panel(strips: Sequence[Strip], column: Column, tint: Colour) -> list[Strip]:
    """The strips on a tint as wide as ``column``, never cut: for a few lines only."""
    height = sum(strip.height for strip in strips) + 2 * _PADDING

    def paint(pen: Pen, top: float) -> None:
        pen.canvas.setFillColorRGB(*tint)
        _shape(pen, column, top, height)

    return [
        Strip(_PADDING, (Mark("Layout", paint),), keep=True),
        *kept(strips, with_next=True),
        Strip(_PADDING),
    ]


def _shape(pen: Pen, column: Column, top: float, height: float) -> None:
    left, right, bottom = column.left, column.left + column.width, top - height
    path = pen.canvas.beginPath()
    path.moveTo(left + _SMALL, bottom)
    path.lineTo(right - _SMALL, bottom)
    handle = _SMALL * (1 - _ROUND)
    path.curveTo(right - handle, bottom, right, bottom + handle, right, bottom + _SMALL)
    path.lineTo(right, top - _LARGE)
    far = _LARGE * (1 - _ROUND)
    path.curveTo(right, top - far, right - far, top, right - _LARGE, top)
    path.lineTo(left + _SMALL, top)
    path.curveTo(left + handle, top, left, top - handle, left, top - _SMALL)
    path.lineTo(left, bottom + _SMALL)
    path.curveTo(left, bottom + handle, left + handle, bottom, left + _SMALL, bottom)
    path.close()
    pen.canvas.drawPath(path, stroke=0, fill=1)
