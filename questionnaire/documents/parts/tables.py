"""A table on paper: columns of words between rules, each as wide as what it says."""

from collections.abc import Sequence

from questionnaire.content.blocks import Table
from questionnaire.documents.palette import HAIR, HAIRLINE, INK, STRONG_LINE, Style
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

_GUTTER = 8.0
_LEAST, _MOST = 7, 30
"""Characters by which a column is weighed."""
_WHOLE = 12
"""Rows of a table that stays on one page."""
_PLAIN = Style(9.5, 13, "regular", INK)
_STRONG = Style(9.5, 13, "bold", INK)


def table_strips(parent: Node, table: Table, column: Column) -> list[Strip]:
    """Heads and rows, on one page where they are few."""
    grid = parent.add("Table")
    columns = _columns(table, column)
    strips = _row(grid.add("TR"), table.heads, columns, "TH", _STRONG)
    strips = [space(6, keep=True), *kept([*strips, rule_strip(column, STRONG_LINE, INK, 5)], with_next=True)]
    for cells in table.rows:
        strips += [*kept(_row(grid.add("TR"), cells, columns, "TD", _PLAIN)), rule_strip(column, HAIRLINE, HAIR, 5)]
    return [*(held(strips) if len(table.rows) <= _WHOLE else strips), space(6)]


def _row(row: Node, cells: Sequence[str], columns: Sequence[Column], tag: str, style: Style) -> list[Strip]:
    """One line of cells; the first heads the line, or its column in the line of heads."""
    strips: list[Strip] = []
    for rank, (cell, place) in enumerate(zip(cells, columns, strict=True)):
        scope = "/Column" if tag == "TH" else "/Row"
        heads = tag == "TH" or rank == 0
        node = row.add("TH", attributes={"O": "/Table", "Scope": scope}) if heads else row.add("TD")
        strips = side_by_side(strips, text_strips(node, cell, style, place) if cell else [])
    return strips


def _columns(table: Table, column: Column) -> list[Column]:
    """The width shared by what the columns hold."""
    weights = [max(_LEAST, min(_MOST, _length(table, rank))) for rank in range(len(table.heads))]
    room = column.width - _GUTTER * (len(weights) - 1)
    columns: list[Column] = []
    left = column.left
    for weight in weights:
        width = room * weight / sum(weights)
        columns.append(Column(left, width))
        left += width + _GUTTER
    return columns


def _length(table: Table, rank: int) -> int:
    """The characters of the longest cell of a column, or of the longest word of its head."""
    longest = max((len(row[rank]) for row in table.rows), default=0)
    word = max(map(len, table.heads[rank].split()), default=0)
    return max(longest, word + 1)
