"""Columns of our own language in a workbook: XLSForm passes over them, we take them as they are."""

from questionnaire.interchange.xlsform.answering import is_dynamic
from questionnaire.interchange.xlsform.desk import Desk, Values
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.keys import BY_KIND, NEEDED, TEXTS
from questionnaire.spec.kinds import KINDS

KIND = "kind"
COMPANION = "autre"
"""What the row of the text « Précisez » says of itself, where our language adds it by itself."""

MORE = "yaml"
"""The column for what does not fit in one cell of its own: keys of the question, as YAML."""

_RULES = ("min", "max")
_BLOCKS = frozenset({"repeat", "grid"})


def own_kind(node: Node) -> str:
    """The kind that the row says in our words, where it goes with its type; empty otherwise."""
    kind = node.row.text(KIND)
    fits = kind in KINDS and kind not in _BLOCKS
    return kind if fits and ("choices" in NEEDED.get(kind, ())) == _is_listed(node, kind) else ""


def _is_listed(node: Node, kind: str) -> bool:
    """Whether a list stands in the type; ``yes_no`` and ``consent`` bring their own."""
    listed = node.type.list_name or node.type.file or node.row.text("choices")
    return bool(listed) and kind not in {"yes_no", "consent"}


def own_values(node: Node, keys: tuple[str, ...], kind: str, desk: Desk) -> Values:
    """The values of our own columns among ``keys``."""
    values: Values = {}
    for key in keys:
        cell = node.row.get(key)
        if cell is None or key not in BY_KIND[kind]:
            continue
        if key == "warning":
            rule = desk.rule(cell, node, "Elle est laissée de côté.")
            values |= {} if rule is None else {key: rule}
        elif key in TEXTS:
            values[key] = desk.text(cell, node)
        elif key in _RULES and is_dynamic(cell.text):
            rule = desk.rule(cell, node, "Elle est laissée de côté.")
            values |= {} if rule is None else {key: rule}
        else:
            values[key] = cell
    return values
