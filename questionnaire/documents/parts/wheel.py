"""The wheel on paper: the picture as one figure told in words, its key, its table."""

from questionnaire.content.wheel import Wheel
from questionnaire.documents.palette import NOTE, SUBSECTION
from questionnaire.documents.parts.wheel_drawing import draw_geometry
from questionnaire.documents.parts.wheel_key import key_strips
from questionnaire.documents.parts.wheel_table import table_strips
from questionnaire.documents.strips import Column, Mark, Strip, held, kept, space, text_strips
from questionnaire.documents.tagging import Node, Pen


def wheel_strips(parent: Node, wheel: Wheel, column: Column) -> list[Strip]:
    """Title, picture and key on one page; the table on one page too, unless all is to be filled; the caption.

    Made in reading order.
    """
    title = text_strips(parent.add("P"), wheel.title, SUBSECTION, column)
    picture = _picture(parent.add("Figure", alt=f"{wheel.title}. {wheel.description}"), wheel, column)
    seen = [*kept(title, with_next=True), space(8, keep=True), picture, *key_strips(parent, wheel.key, column)]
    strips = [space(10, keep=True), *held(seen), space(14)]
    if wheel.table.heads:
        strips += [*table_strips(parent, wheel.table, column), space(8)]
    if wheel.caption:
        strips += [*kept(text_strips(parent.add("P"), wheel.caption, NOTE, column)), space(8)]
    return strips


def _picture(figure: Node, wheel: Wheel, column: Column) -> Strip:
    frame = wheel.geometry.frame
    scale = column.width / frame.width
    height = frame.height * scale

    def paint(pen: Pen, top: float) -> None:
        figure.bounds = (column.left, top - height, column.left + column.width, top)
        pen.canvas.saveState()
        pen.canvas.translate(column.left - frame.left * scale, top + frame.top * scale)
        pen.canvas.scale(scale, scale)
        draw_geometry(pen, wheel.geometry)
        pen.canvas.restoreState()

    return Strip(height, (Mark(figure, paint),), keep=True)
