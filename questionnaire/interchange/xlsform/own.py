"""Columns of our own language in a workbook: XLSForm passes over them, we take them as they are."""

from dataclasses import fields
from textwrap import indent
from typing import Any, TypeVar, cast

from questionnaire.interchange.xlsform.answering import is_dynamic
from questionnaire.interchange.xlsform.cells import cell_at
from questionnaire.interchange.xlsform.desk import Desk, Values
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.declaring import declare
from questionnaire.spec.faults import Faults
from questionnaire.spec.keys import BY_KIND, NEEDED, TEXTS
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.parsing import parse

KIND = "kind"
COMPANION = "autre"
"""What the row of the text « Précisez » says of itself, where our language adds it by itself."""

MORE = "yaml"
"""The column for what does not fit in one cell of its own: keys of the question, as YAML."""

_QUESTION = "      - name: a\n        kind: text\n        label: a\n"
_SECTION = "sections:\n  - name: b\n    title: b\n"
_FRAMES = {
    "form": "form: a\ntitle: a\n{}\n" + _SECTION + "    questions:\n" + _QUESTION,
    "section": "form: a\ntitle: a\n" + _SECTION + "{}\n    questions:\n" + _QUESTION,
    "question": "form: a\ntitle: a\n" + _SECTION + "    questions:\n" + _QUESTION + "{}\n",
}
_PADS = {"form": "", "section": "    ", "question": "        "}
_FRAME = frozenset({"place", "form", "title", "sections", "name", "kind", "label", "questions"})
_RULES = ("min", "max")
_BLOCKS = frozenset({"repeat", "grid"})
Spec = TypeVar("Spec")


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


def more_of(level: str, cell: Scalar | None, remarks: Remarks) -> dict[str, Any]:
    """The keys that a cell writes as YAML, for a ``form``, a ``section`` or a ``question``, all placed in that cell."""
    if cell is None:
        return {}
    faults = Faults("")
    node = parse(_FRAMES[level].format(indent(cell.text, _PADS[level])), faults)
    spec = None if node is None else declare(node, faults)
    if spec is None or faults.found:
        message = faults.found[0].message if faults.found else "ce n’est pas du YAML."
        remarks.refuse(cell_at(cell.place), message, "Écrivez « clé: valeur », une par ligne, ou videz la cellule.")
        return {}
    found: Any = {"form": spec, "section": spec.sections[0], "question": spec.sections[0].questions[0]}[level]
    values = {field.name: getattr(found, field.name) for field in fields(found) if field.name not in _FRAME}
    return {key: placed(value, cell.place) for key, value in values.items() if value is not None and value != ()}


def placed(value: Spec, place: Place) -> Spec:
    """The same declaration, as if all of it stood at one place."""
    if isinstance(value, Scalar):
        return cast("Spec", Scalar(value.text, place))
    if isinstance(value, tuple):
        return cast("Spec", tuple(placed(one, place) for one in value))
    if hasattr(value, "place"):
        made = {field.name: placed(getattr(value, field.name), place) for field in fields(cast("Any", value))}
        return type(value)(**(made | {"place": place}))
    return value
