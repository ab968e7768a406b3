"""A question to answer with a pen: its words, then boxes to tick or lines to write on."""

from collections.abc import Iterator, Sequence

from questionnaire.content.blocks import Prompt
from questionnaire.documents.lines import Span, wrap
from questionnaire.documents.palette import BODY, HAIRLINE, LINE, NOTE, QUESTION
from questionnaire.documents.parts.boxes import box_room, box_strips
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
from questionnaire.documents.words import Words

_ROW = 25.0
_GUTTER = 14.0
_APART = 34.0
_MOST_ABREAST = 4
_HELD = 240.0


def prompt_strips(parent: Node, prompt: Prompt, words: Words, column: Column) -> list[Strip]:
    """The question, with its answer's place on the same page unless that is long."""
    whole = parent.add("Div")
    label = [Span(prompt.label, "bold"), *([Span(f"\u00a0{prompt.need}")] if prompt.need else [])]
    said = text_strips(whole.add("P"), label, QUESTION, column)
    for remark in prompt.remarks:
        said += text_strips(whole.add("P"), remark, NOTE, column)
    answer = _answer(whole, prompt, words, column)
    strips = [space(9, keep=True), *kept(said, with_next=bool(answer)), *answer]
    return [*(held(strips) if sum(strip.height for strip in strips) <= _HELD else strips), space(5)]


def _answer(whole: Node, prompt: Prompt, words: Words, column: Column) -> list[Strip]:
    strips = list(_options(whole, prompt.options, words, column)) if prompt.options else []
    if prompt.before:
        return [*strips, *_rows_after(whole, prompt, column)]
    if prompt.rows == 1 and prompt.unit:
        return [*strips, _row_with_unit(whole, prompt.unit, column)]
    return strips + [rule_strip(column, HAIRLINE, LINE, _ROW, low=True) for _ in range(prompt.rows)]


def _row_with_unit(whole: Node, unit: str, column: Column, after: float = 0.0) -> Strip:
    """A short line that begins ``after`` some points, and what is counted after it."""
    short = Column(column.left + after, column.width * 0.3)
    left = short.left + short.width + 6
    line = rule_strip(short, HAIRLINE, LINE, _ROW, low=True)
    said = wrap([Span(unit)], BODY.size, column.left + column.width - left)[0]
    return Strip(_ROW, (*line.marks, text_mark(whole.add("P"), said, BODY, left, _ROW - BODY.leading)))


def _rows_after(whole: Node, prompt: Prompt, column: Column) -> Iterator[Strip]:
    """A short line after each of some words, all beginning at the same place."""
    said = [wrap([Span(words)], BODY.size, column.width)[0] for words in prompt.before]
    room = min(max(line.width for line in said) + 8, column.width / 2)
    for line in said:
        row = _row_with_unit(whole, prompt.unit, column, room)
        mark = text_mark(whole.add("P"), line, BODY, column.left, _ROW - BODY.leading)
        yield Strip(_ROW, (mark, *row.marks), keep=True)


def _options(whole: Node, options: Sequence[str], words: Words, column: Column) -> Iterator[Strip]:
    """As many abreast as the longest allows, one row after the other."""
    listing = whole.add("L", attributes={"O": "/List", "ListNumbering": "/None"})
    columns = _abreast(options, column)
    yield Strip(2, keep=True)
    for start in range(0, len(options), len(columns)):
        row: list[Strip] = []
        for option, place in zip(options[start : start + len(columns)], columns, strict=False):
            row = side_by_side(row, box_strips(listing.add("LI"), option, BODY, words, place, ticked=False))
        yield from kept(row)


def _abreast(options: Sequence[str], column: Column) -> list[Column]:
    rooms = [box_room(wrap([Span(option)], BODY.size, column.width)[0].width) for option in options]
    longest = max(rooms)
    if len(options) > _MOST_ABREAST and sum(rooms) + _GUTTER * (len(rooms) - 1) <= column.width:
        return _as_wide_as(rooms, column)
    fitting = int((column.width + _GUTTER) // (longest + _GUTTER))
    count = max(1, min(fitting, _MOST_ABREAST, len(options)))
    width = (column.width - _GUTTER * (count - 1)) / count
    return [Column(column.left + rank * (width + _GUTTER), width) for rank in range(count)]


def _as_wide_as(rooms: Sequence[float], column: Column) -> list[Column]:
    """Many short options, all on one line: the steps of a scale."""
    spare = min((column.width - sum(rooms)) / (len(rooms) - 1), _APART)
    return [Column(column.left + sum(rooms[:rank]) + rank * spare, room + 1) for rank, room in enumerate(rooms)]
