"""Boxes to tick, drawn in vectors and told in words, each with what it stands for beside it."""

from questionnaire.documents.palette import INK, Style
from questionnaire.documents.strips import Column, Mark, Strip, text_strips
from questionnaire.documents.tagging import Node, Pen
from questionnaire.documents.words import Words

_SIZE = 10.5
_ROOM = 18.0


def box_strips(item: Node, said: str, style: Style, words: Words, column: Column, *, ticked: bool) -> list[Strip]:
    """A box and its text as one item ``LI`` of a list."""
    figure = item.add("Lbl").add("Figure", alt=words.ticked if ticked else words.unticked)
    inner = Column(column.left + _ROOM, column.width - _ROOM)
    first, *others = text_strips(item.add("LBody"), said, style, inner)
    return [Strip(first.height, (_box(figure, style, column.left, ticked=ticked), *first.marks), first.keep), *others]


def box_room(width: float) -> float:
    """The room that a text of this width takes with its box."""
    return width + _ROOM


def _box(figure: Node, style: Style, left: float, *, ticked: bool) -> Mark:
    def paint(pen: Pen, top: float) -> None:
        middle = top - style.leading / 2
        bottom = middle - _SIZE / 2
        figure.bounds = (left, bottom, left + _SIZE, bottom + _SIZE)
        canvas = pen.canvas
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(1)
        canvas.roundRect(left + 0.5, bottom + 0.5, _SIZE - 1, _SIZE - 1, 1.5)
        if ticked:
            _tick(pen, left, bottom)

    return Mark(figure, paint)


def _tick(pen: Pen, left: float, bottom: float) -> None:
    path = pen.canvas.beginPath()
    path.moveTo(left + 2.3, bottom + 5.2)
    path.lineTo(left + 4.5, bottom + 2.8)
    path.lineTo(left + 8.4, bottom + 8)
    pen.canvas.setLineWidth(1.7)
    pen.canvas.drawPath(path, stroke=1, fill=0)
