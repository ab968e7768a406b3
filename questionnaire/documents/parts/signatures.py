"""The part « Signatures »: what kind of signature this is, and one empty box for each step of the circuit."""

from collections.abc import Sequence

from questionnaire.content.blocks import SignatureBox
from questionnaire.documents.lines import Span, wrap
from questionnaire.documents.palette import ANSWER, BODY, BRAND_TINT, LABEL, LINE, NOTE, TITLE
from questionnaire.documents.parts.panels import panel
from questionnaire.documents.strips import (
    Column,
    Mark,
    Strip,
    kept,
    side_by_side,
    space,
    text_mark,
    text_strips,
)
from questionnaire.documents.tagging import Box, Node, Pen
from questionnaire.documents.words import Words

BOX_WIDTH, BOX_HEIGHT = 270, 60
"""Size of each empty box in whole points: the stamps drawn for it have the same."""
_GUTTER = 16


def signature_page(root: Node, level: str, boxes: Sequence[SignatureBox], words: Words, column: Column) -> list[Strip]:
    """Title, level of signature, boxes."""
    title = text_strips(root.add("H2"), words.signatures, TITLE, column)
    said = words.boxes if any(box.field for box in boxes) else words.by_hand
    return [
        space(30, keep=True),
        *kept(title, with_next=True),
        space(8, keep=True),
        *panel(_level(root, level, said, column.inset(20)), column, BRAND_TINT),
        space(14),
        *(strip for box in boxes for strip in _step(root, box, words, column)),
    ]


def _level(root: Node, level: str, said: str, column: Column) -> list[Strip]:
    strong = text_strips(root.add("P"), level, ANSWER, column) if level else []
    return [*strong, *text_strips(root.add("P"), said, BODY, column)]


def _step(root: Node, box: SignatureBox, words: Words, column: Column) -> list[Strip]:
    """Who is expected and for what, at the left; the box at the right."""
    step = root.add("Div")
    left = Column(column.left, column.width - BOX_WIDTH - _GUTTER)
    said = [
        *text_strips(step.add("P"), box.act, LABEL, left),
        *text_strips(step.add("P"), box.expected, ANSWER, left),
    ]
    edge = column.left + column.width - BOX_WIDTH
    place = _place(step.add("Form"), box, words, edge) if box.field else _frame(step.add("P"), words, edge)
    rest = max(BOX_HEIGHT - sum(strip.height for strip in said), 0)
    rows = side_by_side([*said, Strip(rest)], [place])
    return [*kept(rows), space(9)]


def _place(form: Node, box: SignatureBox, words: Words, left: float) -> Strip:
    tooltip = words.signature_box(box.act, box.expected)

    def paint(pen: Pen, top: float) -> None:
        x, y = round(left), round(top) - BOX_HEIGHT
        form.kids.append(Box(pen.page, box.field, tooltip, (x, y, x + BOX_WIDTH, y + BOX_HEIGHT)))
        _outline(pen, x, y)

    return Strip(NOTE.leading, (Mark("Layout", paint),))


def _frame(name: Node, words: Words, left: float) -> Strip:
    """A box to sign in with a pen, and where to write one's name."""
    said = wrap([Span(words.name_and_day)], NOTE.size, BOX_WIDTH)[0]
    outline = Mark("Layout", lambda pen, top: _outline(pen, round(left), round(top) - BOX_HEIGHT))
    return Strip(NOTE.leading, (outline, text_mark(name, said, NOTE, left + 8, 3)))


def _outline(pen: Pen, x: int, y: int) -> None:
    pen.canvas.setStrokeColorRGB(*LINE)
    pen.canvas.setLineWidth(1)
    pen.canvas.roundRect(x - 0.5, y - 0.5, BOX_WIDTH + 1, BOX_HEIGHT + 1, 4)
