"""The page « Signatures »: what kind of signature this is, and one empty box for each step of the circuit."""

from collections.abc import Sequence

from questionnaire.content.blocks import SignatureBox
from questionnaire.documents.palette import ANSWER, BODY, BRAND_TINT, LABEL, LINE, NOTE, TITLE
from questionnaire.documents.parts.panels import panel
from questionnaire.documents.strips import Column, Mark, Strip, held, kept, side_by_side, space, text_strips
from questionnaire.documents.tagging import Box, Node, Pen
from questionnaire.documents.words import Words

BOX_WIDTH, BOX_HEIGHT = 270, 60
"""Size of each empty box in whole points: the stamps drawn for it have the same."""
_GUTTER = 16


def signature_page(root: Node, level: str, boxes: Sequence[SignatureBox], words: Words, column: Column) -> list[Strip]:
    """Title, level of signature, boxes; begins a page."""
    title = text_strips(root.add("H2"), words.signatures, TITLE, column)
    return [
        Strip(0, keep=True, breaks=True),
        *kept(title, with_next=True),
        space(8, keep=True),
        *panel(_level(root, level, words, column.inset(20)), column, BRAND_TINT),
        space(14),
        *(strip for box in boxes for strip in _step(root, box, words, column)),
    ]


def _level(root: Node, level: str, words: Words, column: Column) -> list[Strip]:
    strong = text_strips(root.add("P"), level, ANSWER, column) if level else []
    return [*strong, *text_strips(root.add("P"), words.boxes, BODY, column)]


def _step(root: Node, box: SignatureBox, words: Words, column: Column) -> list[Strip]:
    """Who is expected and for what, at the left; the box at the right."""
    step = root.add("Div")
    left = Column(column.left, column.width - BOX_WIDTH - _GUTTER)
    said = [
        *text_strips(step.add("P"), box.act, LABEL, left),
        *text_strips(step.add("P"), box.expected, ANSWER, left),
    ]
    place = _place(step.add("Form"), box, words, column.left + column.width - BOX_WIDTH)
    rest = max(BOX_HEIGHT - sum(strip.height for strip in said), 0)
    rows = side_by_side([*said, Strip(rest)], [place])
    return [*held(rows), space(9)]


def _place(form: Node, box: SignatureBox, words: Words, left: float) -> Strip:
    tooltip = words.signature_box(box.act, box.expected)

    def paint(pen: Pen, top: float) -> None:
        x, y = round(left), round(top) - BOX_HEIGHT
        form.kids.append(Box(pen.page, box.field, tooltip, (x, y, x + BOX_WIDTH, y + BOX_HEIGHT)))
        pen.canvas.setStrokeColorRGB(*LINE)
        pen.canvas.setLineWidth(1)
        pen.canvas.roundRect(x - 0.5, y - 0.5, BOX_WIDTH + 1, BOX_HEIGHT + 1, 4)

    return Strip(NOTE.leading, (Mark("Layout", paint),))
