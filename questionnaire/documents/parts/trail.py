"""« Qui a rempli quoi »: a small table by section, and the people who helped under it."""

from collections.abc import Sequence

from questionnaire.content.blocks import Content
from questionnaire.documents.palette import (
    BODY,
    HAIR,
    HAIRLINE,
    INK,
    SECTION,
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
    text_strips,
)
from questionnaire.documents.tagging import Node
from questionnaire.documents.words import Words

_SHARES = (0.42, 0.36, 0.22)
_GUTTER = 12.0
_PLAIN = Style(9.5, 13, "regular", INK)
_STRONG = Style(9.5, 13, "bold", INK)


def trail(root: Node, content: Content, words: Words, column: Column) -> list[Strip]:
    """Title, table, helpers; nothing where nothing is known."""
    if not content.trail and not content.helpers:
        return []
    title = text_strips(root.add("H2"), words.trail, SECTION, column)
    strips = [space(26, keep=True), *kept(title, with_next=True), space(4, keep=True)]
    if content.trail:
        strips += _table(root.add("Table"), content.trail, words, column)
    if content.helpers:
        said = words.helped(content.helpers)
        strips += [space(7), *held(text_strips(root.add("P"), said, BODY, column))]
    return strips


def _table(table: Node, rows: Sequence[tuple[str, str, str]], words: Words, column: Column) -> list[Strip]:
    columns = _columns(column)
    heads = _abreast(table.add("TR"), words.trail_heads, columns, heads=True)
    strips = [*kept(heads, with_next=True), kept([rule_strip(column, STRONG_LINE, INK, 5)], with_next=True)[0]]
    for row in rows:
        cells = _abreast(table.add("TR"), row, columns, heads=False)
        strips += held([*cells, rule_strip(column, HAIRLINE, HAIR, 5)])
    return strips


def _columns(column: Column) -> list[Column]:
    room = column.width - _GUTTER * (len(_SHARES) - 1)
    columns: list[Column] = []
    left = column.left
    for share in _SHARES:
        columns.append(Column(left, room * share))
        left += room * share + _GUTTER
    return columns


def _abreast(row: Node, cells: Sequence[str], columns: Sequence[Column], *, heads: bool) -> list[Strip]:
    """The cells of a row side by side; in the first column of the body they head their row."""
    strips: list[Strip] = []
    for rank, (text, place) in enumerate(zip(cells, columns, strict=True)):
        scope = "/Column" if heads else "/Row"
        cell = row.add("TH", attributes={"O": "/Table", "Scope": scope}) if heads or not rank else row.add("TD")
        strips = side_by_side(strips, text_strips(cell, text, _STRONG if heads else _PLAIN, place))
    return strips
