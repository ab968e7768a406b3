"""Every block of a document's body, in reading order, as strips under one structure element."""

from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.content.blocks import Block, Card, Clause, Heading, Paragraph, Prompt, Reply, Table
from questionnaire.content.wheel import Wheel
from questionnaire.documents.lines import one_line
from questionnaire.documents.looks import SHEET, Look
from questionnaire.documents.palette import (
    LEAD,
    NOTE,
    SECTION,
    SUBSECTION,
    Style,
)
from questionnaire.documents.parts.cards import frame
from questionnaire.documents.parts.clauses import clause_strips
from questionnaire.documents.parts.prompts import prompt_strips
from questionnaire.documents.parts.replies import reply_below, reply_rows
from questionnaire.documents.parts.tables import table_strips
from questionnaire.documents.parts.wheel import wheel_strips
from questionnaire.documents.strips import Column, Strip, kept, space, text_mark, text_strips
from questionnaire.documents.tagging import Node
from questionnaire.documents.words import Words

_HEADINGS = {
    2: (SECTION, 26.0),
    3: (SUBSECTION, 16.0),
    4: (SUBSECTION, 14.0),
    5: (SUBSECTION, 12.0),
    6: (SUBSECTION, 12.0),
}
_FEW_ROWS, _FEW_LINES = 2, 8
_SHORT = 200
"""Characters of a text that stays with what it opens."""
_AGAIN = NOTE.leading + 5
_PARAGRAPHS: dict[str, Style] = {"lead": LEAD, "note": NOTE}


@dataclass(slots=True)
class Body:
    """Turns blocks into strips. ``level`` is that of the last heading: a card's title comes one below."""

    node: Node
    words: Words
    look: Look = SHEET
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
            one = self._one(block, column)
            opens = place > 0 and isinstance(blocks[place - 1], Heading)
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            made.extend(_with_following(one, block, following, opens=opens) if following else one)
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
            case Clause():
                return clause_strips(self.node, block, self.words, self.look, column)
            case Prompt():
                return prompt_strips(self.node, block, self.words, column)
            case Card():
                return self._card(block, column)
            case Table():
                return table_strips(self.node, block, column)
            case Wheel():
                return wheel_strips(self.node, block, column)

    def _heading(self, heading: Heading, column: Column) -> list[Strip]:
        self.level = heading.level
        style, before = _HEADINGS[heading.level]
        title = text_strips(self.node.add(f"H{heading.level}"), heading.text, style, column)
        return [space(before, keep=True), *kept(title, with_next=True), space(4, keep=True)]

    def _paragraph(self, paragraph: Paragraph, column: Column) -> list[Strip]:
        style = _PARAGRAPHS.get(paragraph.style, self.look.body)
        text = text_strips(self.node.add("P"), paragraph.text, style, column)
        return [space(self.look.air - 1, keep=True), *text, space(self.look.air)]

    def _card(self, card: Card, column: Column) -> list[Strip]:
        outer = self.level
        self.level = min(outer + 1, 6)
        inner = column.inset(14)
        title = text_strips(self.node.add(f"H{self.level}"), card.title, SUBSECTION, inner)
        strips = [*kept(title, with_next=True), space(3, keep=True), *self.strips(card.blocks, inner)]
        self.level = outer
        return [space(5, keep=True), *frame(strips, column, again=self._again(card, inner)), space(7)]

    def _again(self, card: Card, column: Column) -> Strip:
        """The title of a card on the pages where it goes on: seen, and not read out a second time."""
        line = one_line(self.words.continued(card.title), NOTE.size, NOTE.weight, column.width)
        return Strip(_AGAIN, (text_mark("Header", line, NOTE, column.left),))


def _announces(block: Block, *, opens: bool) -> bool:
    """A short text right under a title, or one that ends with a colon, says nothing alone at the foot of a page."""
    if not isinstance(block, Paragraph):
        return False
    return block.text.endswith(":") or (opens and len(block.text) <= _SHORT)


def _with_following(strips: list[Strip], block: Block, following: Block, *, opens: bool) -> list[Strip]:
    """The strips of a block, tied to those of the next where one says little without the other."""
    if isinstance(following, Prompt) and isinstance(block, Paragraph) and len(strips) <= _FEW_LINES:
        return kept(strips, with_next=True)
    more = isinstance(following, Prompt) and not following.options and following.rows <= _FEW_ROWS
    ticked = isinstance(block, Prompt) and bool(block.options)  # then a few lines to say more of what was ticked
    return _tied(strips) if _announces(block, opens=opens) or (ticked and more) else strips


def _tied(strips: list[Strip]) -> list[Strip]:
    """Kept with what follows: the last lines, which the others leave to go their way where they are many."""
    return [*strips[:-2], *kept(strips[-2:], with_next=True)]


def _is_row(block: Block) -> bool:
    return isinstance(block, Reply) and block.place == "beside"


def _rows_from(blocks: Sequence[Block], start: int) -> list[Reply]:
    rows: list[Reply] = []
    for block in blocks[start:]:
        if not (isinstance(block, Reply) and block.place == "beside"):
            break
        rows.append(block)
    return rows
