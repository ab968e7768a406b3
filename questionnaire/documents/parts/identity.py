"""« Identité du document »: a table of what identifies it, two columns between rules."""

from questionnaire.content.blocks import Content, Evidence
from questionnaire.documents.palette import ANSWER, HAIR, HAIRLINE, INK, LABEL, SECTION, STRONG_LINE
from questionnaire.documents.strips import (
    Column,
    Strip,
    kept,
    rule_strip,
    side_by_side,
    space,
    text_strips,
)
from questionnaire.documents.tagging import Node
from questionnaire.documents.words import Words

_LABEL_SHARE = 0.34
_GUTTER = 12


def identity(root: Node, content: Content, words: Words, column: Column, level: int) -> list[Strip]:
    """Title at heading ``level`` and table; nothing when there is nothing to say."""
    rows = evidence_rows(content, words)
    if not rows:
        return []
    title = text_strips(root.add(f"H{level}"), words.identity, SECTION, column)
    strips = [space(10, keep=True), *kept(title, with_next=True)]
    strips.append(kept([rule_strip(column, STRONG_LINE, INK, 6)], with_next=True)[0])
    table = root.add("Table")
    for row in rows:
        strips.extend(_row(table.add("TR"), row, column))
    return strips


def evidence_rows(content: Content, words: Words) -> tuple[Evidence, ...]:
    """The evidence of the content; the control code too, where no line says it."""
    code = content.control_code
    if code is None or any(row.value == code for row in content.evidence):
        return content.evidence
    return (*content.evidence, Evidence(words.control_code, code))


def _row(row: Node, evidence: Evidence, column: Column) -> list[Strip]:
    label = column.width * _LABEL_SHARE
    left, right = (
        Column(column.left, label),
        Column(column.left + label + _GUTTER, column.width - label - _GUTTER),
    )
    head = row.add("TH", attributes={"O": "/Table", "Scope": "/Row"})
    rows = side_by_side(
        text_strips(head, evidence.label, LABEL, left),
        text_strips(row.add("TD"), evidence.value, ANSWER, right),
    )
    return kept([Strip(1.5), *rows, rule_strip(column, HAIRLINE, HAIR, 5)])
