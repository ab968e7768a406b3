"""A question and its answer: in two columns when short, one under the other when long."""

from collections.abc import Sequence

from questionnaire.content.blocks import Reply
from questionnaire.documents.lines import Span, wrap
from questionnaire.documents.palette import (
    ANSWER,
    BODY,
    HAIR,
    HAIRLINE,
    INK,
    LABEL,
    NOTE,
    QUESTION,
    STRONG_LINE,
    Style,
)
from questionnaire.documents.strips import (
    Column,
    Strip,
    held,
    kept,
    rule_strip,
    side_by_side,
    space,
    text_mark,
    text_strips,
)
from questionnaire.documents.tagging import Node

_LABEL_SHARE = 0.34
_WIDE_SHARE = 0.68
"""For questions longer than their answers: said whole on a line or two, « Oui » at their right."""
_GUTTER = 12
_DASH_ROOM = 15
_PARAGRAPH_GAP = 4
_SPARED = 2  # lines that wide labels must spare
_HELD_LINES = 8  # lines of an answer that stay with their question


def reply_rows(parent: Node, replies: Sequence[Reply], column: Column, *, opens: bool) -> list[Strip]:
    """Label left and answer right, between rules; ``opens``: right under a title, so under a strong rule."""
    listing = parent.add("L", attributes={"O": "/List", "ListNumbering": "/None"})
    weight, colour = (STRONG_LINE, INK) if opens else (HAIRLINE, HAIR)
    strips = [*kept([rule_strip(column, weight, colour, 4)], with_next=True)]
    share = _share(replies, column)
    for reply in replies:
        strips.extend(_row(listing.add("LI"), reply, column, share))
    return strips


def _share(replies: Sequence[Reply], column: Column) -> float:
    """How much of the width labels take, all of them alike: more where that spares lines and breaks no answer."""
    narrow, wide = (_split(column, share) for share in (_LABEL_SHARE, _WIDE_SHARE))
    answers = [line for reply in replies for line in (*reply.lines, *([reply.remark] if reply.remark else []))]
    if any(_height(line, ANSWER, wide[1].width - _DASH_ROOM) > 1 for line in answers):
        return _LABEL_SHARE
    spared = sum(
        _height(reply.label, LABEL, narrow[0].width) - _height(reply.label, LABEL, wide[0].width) for reply in replies
    )
    return _WIDE_SHARE if spared >= max(_SPARED, len(replies) / 2) else _LABEL_SHARE


def _height(text: str, style: Style, width: float) -> int:
    return len(wrap([Span(text, style.weight)], style.size, width))


def _row(item: Node, reply: Reply, column: Column, share: float) -> list[Strip]:
    label, answer = _split(column, share)
    left = text_strips(item.add("Lbl"), reply.label, LABEL, label)
    right = _answer(item.add("LBody"), reply, ANSWER, answer)
    rows = side_by_side(left, right)
    return held([Strip(3.5, keep=True), *rows, rule_strip(column, HAIRLINE, HAIR, 7)])


def _split(column: Column, share: float) -> tuple[Column, Column]:
    label = column.width * share
    start = label + _GUTTER
    return Column(column.left, label), Column(column.left + start, column.width - start)


def reply_below(parent: Node, reply: Reply, column: Column) -> list[Strip]:
    """The question in bold, its answer under it."""
    both = parent.add("Div")
    question = text_strips(both.add("P"), reply.label, QUESTION, column)
    answer = _answer(both, reply, BODY, column)
    whole = [space(9, keep=True), *kept(question, with_next=True), Strip(1.5, keep=True), *answer]
    return [*(held(whole) if len(answer) <= _HELD_LINES else whole), space(4)]


def _answer(parent: Node, reply: Reply, style: Style, column: Column) -> list[Strip]:
    strips = _lines(parent, reply, style, column)
    if reply.remark:
        strips += [space(2, keep=True), *text_strips(parent.add("P"), reply.remark, NOTE, column)]
    return strips


def _lines(parent: Node, reply: Reply, style: Style, column: Column) -> list[Strip]:
    if reply.entries:
        return _entries(parent, reply.lines, style, column)
    strips: list[Strip] = []
    for rank, line in enumerate(reply.lines):
        if rank:
            strips.append(space(_PARAGRAPH_GAP))
        strips.extend(text_strips(parent.add("P"), line, style, column))
    return strips


def _entries(parent: Node, lines: Sequence[str], style: Style, column: Column) -> list[Strip]:
    listing = parent.add("L", attributes={"O": "/List", "ListNumbering": "/None"})
    inner = Column(column.left + _DASH_ROOM, column.width - _DASH_ROOM)
    dash = wrap([Span("–", style.weight)], style.size, _DASH_ROOM)[0]
    strips: list[Strip] = []
    for line in lines:
        item = listing.add("LI")
        mark = text_mark(item.add("Lbl"), dash, style, column.left)
        first, *others = text_strips(item.add("LBody"), line, style, inner)
        strips.extend((Strip(first.height, (mark, *first.marks), first.keep), *others))
    return strips
