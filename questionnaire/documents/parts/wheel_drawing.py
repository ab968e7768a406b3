"""The shapes of a wheel in vectors, in its own units around the origin; paper counts upwards, the wheel downwards."""

from questionnaire.content.wheel.shapes import Arc, GapLine, Geometry, Label, Line, Rectangle, Text
from questionnaire.documents.faces import Weight
from questionnaire.documents.lines import Span, wrap
from questionnaire.documents.palette import BRAND, BRAND_TINT, HAIR, INK, INK_2, WHEEL_BAND, WHITE, Colour
from questionnaire.documents.parts.wheel_signs import draw_mark
from questionnaire.documents.tagging import Pen

_WIDE = 1000.0  # never breaks a line
_CAPITAL = 0.7  # height of a digit in its size
_DIGITS = 15.0


def draw_geometry(pen: Pen, shapes: Geometry) -> None:
    """Everything from the ground up."""
    _ground(pen, shapes)
    for tick in shapes.ticks:
        _tick(pen, str(tick.level), tick.at.x, -tick.at.y)
    for label in shapes.labels:
        _label(pen, label)
    for text in shapes.titles:
        _text(pen, text, "bold", INK)
    for text in shapes.scores:
        _text(pen, text, "regular", INK_2)
    for gap in shapes.gaps:
        draw_gap(pen, gap)
    for mark in shapes.marks:
        draw_mark(pen, mark)


def _ground(pen: Pen, shapes: Geometry) -> None:
    for rank, radius in enumerate(reversed(shapes.rings)):
        _fill(pen, WHITE if rank % 2 else WHEEL_BAND)
        pen.canvas.circle(0, 0, radius, stroke=0, fill=1)
    for arc in shapes.arcs:
        _fill(pen, BRAND_TINT)
        pen.canvas.wedge(*_box(arc.radius), 90 - arc.start, -90, stroke=0, fill=1)
    for spoke in shapes.spokes:
        _line(pen, spoke, HAIR, 1.3)
    *inner, outer = shapes.rings
    for radius in inner:
        _circle(pen, radius, HAIR, 1.3)
    _circle(pen, outer, INK_2, 2)
    for arc in shapes.arcs:
        _arc(pen, arc)
    for bar in shapes.cross:
        _bar(pen, bar)


def _arc(pen: Pen, arc: Arc) -> None:
    pen.canvas.setDash(6, 5)
    _stroke(pen, BRAND, 2.5)
    pen.canvas.arc(*_box(arc.radius), 90 - arc.start, -90)
    pen.canvas.setDash()


def draw_gap(pen: Pen, gap: GapLine) -> None:
    """Solid, or dotted with round dots."""
    if gap.solid:
        _line(pen, gap.line, INK, 5.5)
        return
    pen.canvas.setLineCap(1)
    pen.canvas.setDash(0.1, 6)
    _line(pen, gap.line, INK, 3)
    pen.canvas.setDash()
    pen.canvas.setLineCap(0)


def _label(pen: Pen, label: Label) -> None:
    _fill(pen, WHITE)
    _stroke(pen, INK_2, 1.5)
    pen.canvas.circle(label.at.x, -label.at.y, label.radius, stroke=1, fill=1)
    _centred(pen, str(label.number), label.at.x, -label.at.y)
    for text in label.lines:
        _text(pen, text, "medium", INK)


def _tick(pen: Pen, digit: str, x: float, y: float) -> None:
    """On a patch of ground, so that the ring does not cross the digit."""
    _fill(pen, WHITE)
    pen.canvas.ellipse(x - 8, y - 9, x + 8, y + 9, stroke=0, fill=1)
    _centred(pen, digit, x, y)


def _centred(pen: Pen, text: str, x: float, y: float) -> None:
    line = wrap([Span(text, "bold")], _DIGITS, _WIDE)[0]
    pen.write(x - line.width / 2, y - _DIGITS * _CAPITAL / 2, line, _DIGITS, INK)


def _text(pen: Pen, text: Text, weight: Weight, colour: Colour) -> None:
    line = wrap([Span(text.text, weight)], text.size, _WIDE)[0]
    left = text.at.x if text.anchor == "start" else text.at.x - line.width
    pen.write(left, -text.at.y, line, text.size, colour)


def _line(pen: Pen, line: Line, colour: Colour, weight: float) -> None:
    _stroke(pen, colour, weight)
    pen.canvas.line(line.start.x, -line.start.y, line.end.x, -line.end.y)


def _circle(pen: Pen, radius: float, colour: Colour, weight: float) -> None:
    _stroke(pen, colour, weight)
    pen.canvas.circle(0, 0, radius, stroke=1, fill=0)


def _bar(pen: Pen, bar: Rectangle) -> None:
    _fill(pen, WHITE)
    pen.canvas.rect(bar.left, -bar.top - bar.height, bar.width, bar.height, stroke=0, fill=1)


def _box(radius: float) -> tuple[float, float, float, float]:
    return -radius, -radius, radius, radius


def _fill(pen: Pen, colour: Colour) -> None:
    pen.canvas.setFillColorRGB(*colour)


def _stroke(pen: Pen, colour: Colour, weight: float) -> None:
    pen.canvas.setStrokeColorRGB(*colour)
    pen.canvas.setLineWidth(weight)
