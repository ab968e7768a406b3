"""Every block of a document's body, in reading order, as strips under one structure element."""

from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.content.blocks import Block, Card, Heading, Paragraph, Reply
from questionnaire.content.wheel import Wheel
from questionnaire.documents.palette import (
    BODY,
    LEAD,
    NOTE,
    SECTION,
    SUBSECTION,
    Style,
)
from questionnaire.documents.parts.cards import frame
from questionnaire.documents.parts.replies import reply_below, reply_rows
from questionnaire.documents.parts.wheel import wheel_strips
from questionnaire.documents.strips import Column, Strip, kept, space, text_strips
from questionnaire.documents.tagging import Node

_HEADINGS = {2: (SECTION, 26.0), 3: (SUBSECTION, 16.0), 4: (SUBSECTION, 14.0)}
_PARAGRAPHS: dict[str, Style] = {"body": BODY, "lead": LEAD, "note": NOTE}


@dataclass(slots=True)
class Body:
    """Turns blocks into strips. ``level`` is that of the last heading: a card's title comes one below."""

    node: Node
    level: int = 1

    def strips(self, blocks: Sequence[Block], column: Column) -> list[Strip]:
        """The blocks one under the other; replies that stand side by side form one list of rows."""
        made: list[Strip] = []
        place = 0
        while place < len(blocks):
            block = blocks[place]
            if _is_row(block):
                rows = _rows_from(blocks, place)
                opens = place > 0 and isinstance(blocks[place - 1], Heading)
                made.extend(reply_rows(self.node, rows, column, opens=opens))
                place += len(rows)
                continue
            made.extend(self._one(block, column))
            place += 1
        return made

    def _one(self, block: Block, column: Column) -> list[Strip]:
        match block:
            case Heading():
                return self._heading(block, column)
            case Paragraph():
                return self._paragraph(block, column)
            case Reply():
                return reply_below(self.node, block, column)
            case Card():
                return self._card(block, column)
            case Wheel():
                return wheel_strips(self.node, block, column)

    def _heading(self, heading: Heading, column: Column) -> list[Strip]:
        self.level = heading.level
        style, before = _HEADINGS[heading.level]
        title = text_strips(self.node.add(f"H{heading.level}"), heading.text, style, column)
        return [space(before, keep=True), *kept(title, with_next=True), space(4, keep=True)]

    def _paragraph(self, paragraph: Paragraph, column: Column) -> list[Strip]:
        text = text_strips(self.node.add("P"), paragraph.text, _PARAGRAPHS[paragraph.style], column)
        return [space(4, keep=True), *text, space(5)]

    def _card(self, card: Card, column: Column) -> list[Strip]:
        outer = self.level
        self.level = min(outer + 1, 6)
        inner = column.inset(14)
        title = text_strips(self.node.add(f"H{self.level}"), card.title, SUBSECTION, inner)
        strips = [*kept(title, with_next=True), space(3, keep=True), *self.strips(card.blocks, inner)]
        self.level = outer
        return [space(10), *frame(strips, column)]


def _is_row(block: Block) -> bool:
    return isinstance(block, Reply) and block.place == "beside"


def _rows_from(blocks: Sequence[Block], start: int) -> list[Reply]:
    rows: list[Reply] = []
    for block in blocks[start:]:
        if not (isinstance(block, Reply) and block.place == "beside"):
            break
        rows.append(block)
    return rows
