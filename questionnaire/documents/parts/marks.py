"""The product's mark, drawn in vectors: four quarters of growing radius around a white cross."""

from questionnaire.documents.palette import BRAND, PRO, USAGER, WHITE
from questionnaire.documents.tagging import Pen

_RADII = ((22.0, USAGER, 90), (31.0, PRO, 0), (39.5, BRAND, 270), (48.0, BRAND, 180))
"""Radius in hundredths of the mark, colour and first angle of each quarter, clockwise from top left."""
_GAP = 2.0  # half of the white cross


def draw_mark(pen: Pen, left: float, bottom: float, size: float) -> None:
    """The mark in a square of ``size`` points."""
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(left + size / 2, bottom + size / 2)
    canvas.scale(size / 100, size / 100)
    for radius, colour, angle in _RADII:
        canvas.setFillColorRGB(*colour)
        x, y = (_GAP if angle in {0, 270} else -_GAP), (_GAP if angle in {0, 90} else -_GAP)
        canvas.wedge(x - radius, y - radius, x + radius, y + radius, angle, 90, stroke=0, fill=1)
    canvas.setStrokeColorRGB(*WHITE)
    canvas.setLineWidth(3)
    canvas.arc(-_GAP - 27, -_GAP - 27, -_GAP + 27, -_GAP + 27, 180, 90)
    canvas.restoreState()
