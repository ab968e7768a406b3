"""What a form says otherwise of the questions of a block that it includes."""

from collections.abc import Iterable
from dataclasses import replace

from questionnaire.spec.declared_blocks import OverrideSpec
from questionnaire.spec.declaring import keys_of
from questionnaire.spec.nodes import Mapping, Node, Scalar, Sequence

_AND = ") and ("


def overridden(questions: Iterable[Node], name: str, said: Mapping) -> tuple[Node, ...]:
    """The questions, that called ``name`` with what is ``said`` of it, rows and questions of items included.

    Words made easier go with the label that they ease: another label without its own leaves them out.
    """
    keys = keys_of(OverrideSpec)
    values = {key.text: (key, value) for key, value in said.entries if key.text in keys}
    gone = {"easy"} - values.keys() if "label" in values else set()
    return tuple(_question(node, name, values, gone) for node in questions)


def _question(node: Node, name: str, values: dict[str, tuple[Scalar, Node]], gone: set[str]) -> Node:
    if not isinstance(node, Mapping):
        return node
    if any(key.text == "name" and isinstance(value, Scalar) and value.text == name for key, value in node.entries):
        own = {key.text: (key, value) for key, value in node.entries if key.text not in gone}
        return replace(node, entries=tuple((own | values).values()))
    entries = ((key, _inside(key.text, value, name, values, gone)) for key, value in node.entries)
    return replace(node, entries=tuple(entries))


def _inside(key: str, value: Node, name: str, values: dict[str, tuple[Scalar, Node]], gone: set[str]) -> Node:
    if key not in ("questions", "rows") or not isinstance(value, Sequence):
        return value
    return replace(value, items=tuple(_question(node, name, values, gone) for node in value.items))


def conditioned(questions: Iterable[Node], condition: Scalar) -> tuple[Node, ...]:
    """The questions, each asked on this condition beside its own."""
    return tuple(_conditioned(node, condition) if isinstance(node, Mapping) else node for node in questions)


def _conditioned(node: Mapping, condition: Scalar) -> Mapping:
    own = {key.text: (key, value) for key, value in node.entries}
    key, value = own.get("relevant", (Scalar("relevant", condition.place), condition))
    if value is not condition and isinstance(value, Scalar):
        value = _both(condition, value)
    return replace(node, entries=tuple((own | {"relevant": (key, value)}).values()))


def _both(one: Scalar, other: Scalar) -> Scalar:
    """Two conditions at once, of which each still knows where it is written."""
    text = f"({one.text}{_AND}{other.text})"
    pieces = ((0, one, 0), (1, one, 0), (1 + len(one.text + _AND), other, 0))
    return Scalar(text, one.place, pieces=pieces)
