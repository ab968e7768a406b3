"""The signs of the wheel in vectors: cross, circle and square, each on a halo of the ground."""

from questionnaire.content.wheel.shapes import Mark
from questionnaire.documents.palette import BRAND, PRO, USAGER, WHITE, Colour
from questionnaire.documents.tagging import Pen

_HALO = 2.0
_RIM, _ARM, _CUT = 3.5, 4.0, 2.5  # widths of lines


def draw_mark(pen: Pen, mark: Mark) -> None:
    """One mark at its place, in the units of the wheel."""
    match mark.source:
        case "user":
            _circle(pen, mark)
        case "joint":
            _square(pen, mark, mark.half + _HALO, WHITE)
            _square(pen, mark, mark.half, BRAND)
        case "pro" if mark.cut:
            _cross(pen, mark, WHITE, _CUT)
        case "pro":
            _cross(pen, mark, WHITE, _ARM + 2 * _HALO)
            _cross(pen, mark, PRO, _ARM)


def _circle(pen: Pen, mark: Mark) -> None:
    canvas, x, y = pen.canvas, mark.at.x, -mark.at.y
    canvas.setFillColorRGB(*WHITE)
    canvas.circle(x, y, mark.half + _HALO, stroke=0, fill=1)
    canvas.setStrokeColorRGB(*USAGER)
    canvas.setLineWidth(_RIM)
    canvas.circle(x, y, mark.half - _RIM / 2, stroke=1, fill=0)


def _square(pen: Pen, mark: Mark, half: float, colour: Colour) -> None:
    pen.canvas.setFillColorRGB(*colour)
    pen.canvas.rect(mark.at.x - half, -mark.at.y - half, 2 * half, 2 * half, stroke=0, fill=1)


def _cross(pen: Pen, mark: Mark, colour: Colour, weight: float) -> None:
    canvas, x, y, half = pen.canvas, mark.at.x, -mark.at.y, mark.half
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(weight)
    canvas.line(x - half, y - half, x + half, y + half)
    canvas.line(x - half, y + half, x + half, y - half)
