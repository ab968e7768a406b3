"""The ornament of a first page: a quarter of rings that leaves the page at the right, for the eyes only."""

from questionnaire.documents.palette import ORNAMENT, ORNAMENT_PALE, PAGE_WIDTH, Colour
from questionnaire.documents.strips import Mark, Strip
from questionnaire.documents.tagging import Pen

_RINGS: tuple[tuple[float, float, Colour], ...] = (
    (0, 29, ORNAMENT),
    (45, 62, ORNAMENT_PALE),
    (79, 95, ORNAMENT_PALE),
    (112, 128, ORNAMENT_PALE),
)
"""Inner and outer radius of each, and its tint."""
_RISE = 18.0  # from the top of the body up to the centre, which stays under the rule of the head


def ornament() -> Strip:
    """No height: what follows is drawn over it."""
    return Strip(0, (Mark("Layout", _paint),), keep=True)


def _paint(pen: Pen, top: float) -> None:
    for inner, outer, colour in _RINGS:
        _ring(pen, top + _RISE, inner, outer, colour)


def _ring(pen: Pen, y: float, inner: float, outer: float, colour: Colour) -> None:
    """The lower left quarter, around a point of the right edge."""
    path = pen.canvas.beginPath()
    path.moveTo(PAGE_WIDTH - outer, y)
    path.arcTo(PAGE_WIDTH - outer, y - outer, PAGE_WIDTH + outer, y + outer, 180, 90)
    if inner:
        path.lineTo(PAGE_WIDTH, y - inner)
        path.arcTo(PAGE_WIDTH - inner, y - inner, PAGE_WIDTH + inner, y + inner, 270, -90)
    else:
        path.lineTo(PAGE_WIDTH, y)
    path.close()
    pen.canvas.setFillColorRGB(*colour)
    pen.canvas.drawPath(path, stroke=0, fill=1)
