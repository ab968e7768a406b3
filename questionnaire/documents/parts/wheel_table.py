"""The table of the wheel on paper: columns of figures between rules."""

from collections.abc import Sequence

from questionnaire.content.wheel.table import Cell, Row, Table
from questionnaire.documents.palette import (
    HAIR,
    HAIRLINE,
    INK,
    STRONG_LINE,
    SUBSECTION,
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
    text_strips,
)
from questionnaire.documents.tagging import Node

_FIGURES, _GAP, _GUTTER = 64.0, 122.0, 8.0
_PLAIN = Style(9.5, 13, "regular", INK)
_STRONG = Style(9.5, 13, "bold", INK)


def table_strips(parent: Node, table: Table, column: Column) -> list[Strip]:
    """Title, heads and rows, on one page where it can hold them."""
    title = text_strips(parent.add("P"), table.title, SUBSECTION, column)
    grid = parent.add("Table")
    columns = _columns(table, column)
    strips = [*kept(title, with_next=True), space(4, keep=True), *_head(grid.add("TR"), table, columns)]
    strips.append(kept([rule_strip(column, STRONG_LINE, INK, 5)], with_next=True)[0])
    for row in table.rows:
        strips += [*_row(grid.add("TR"), row, columns), rule_strip(column, HAIRLINE, HAIR, 5)]
    return held(strips)


def _columns(table: Table, column: Column) -> list[Column]:
    """Names take what figures and gaps leave."""
    widths = [_FIGURES] * len(table.heads) + ([_GAP] if table.gap_head else [])
    first = column.width - sum(widths) - _GUTTER * len(widths)
    columns = [Column(column.left, first)]
    for width in widths:
        columns.append(Column(columns[-1].left + columns[-1].width + _GUTTER, width))
    return columns


def _head(row: Node, table: Table, columns: Sequence[Column]) -> list[Strip]:
    labels = [table.label_head, *(head.label for head in table.heads), *([table.gap_head] if table.gap_head else [])]
    stacks = [
        text_strips(row.add("TH", attributes={"O": "/Table", "Scope": "/Column"}), label, _STRONG, place)
        for label, place in zip(labels, columns, strict=True)
    ]
    return kept(_abreast(stacks), with_next=True)


def _row(row: Node, said: Row, columns: Sequence[Column]) -> list[Strip]:
    style = _STRONG if said.kind == "sector" else _PLAIN
    head = row.add("TH", attributes={"O": "/Table", "Scope": "/Row"})
    stacks = [text_strips(head, said.label, style, columns[0])]
    stacks += [
        text_strips(row.add("TD"), _text(cell), style, place)
        for cell, place in zip(said.cells, columns[1:], strict=False)
    ]
    if said.gap:
        strong = _STRONG if said.gap.first else style
        stacks.append(text_strips(row.add("TD"), said.gap.text, strong, columns[-1]))
    return kept(_abreast(stacks))


def _text(cell: Cell) -> str:
    return f"{cell.text}\n{cell.note}" if cell.note else cell.text


def _abreast(stacks: Sequence[list[Strip]]) -> list[Strip]:
    rows: list[Strip] = []
    for stack in stacks:
        rows = side_by_side(rows, stack)
    return rows
