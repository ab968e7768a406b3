"""What stands under a key: one value, several, or named ones; what YAML made of French punctuation is said as such."""

from collections.abc import Iterable
from dataclasses import dataclass

from questionnaire.spec.faults import (
    BLANK_VALUE,
    BRACE_IN_TEXT,
    EMPTY_LIST,
    EXPECTED_KEYS,
    EXPECTED_LIST,
    EXPECTED_VALUE,
    HASH_IN_TEXT,
    NOT_YET_SUPPORTED,
    Faults,
)
from questionnaire.spec.keys import NOT_YET, TEXTS
from questionnaire.spec.nodes import Mapping, Node, Place, Scalar, Sequence
from questionnaire.spec.text_details import VARIANT_PLACE

_LANGUAGES = frozenset({"fr", "en"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, its value, and where to complain."""

    key: str
    place: Place
    node: Node
    faults: Faults


def value_of(entry: Entry) -> Scalar | None:
    """One value; in a text, what YAML made of French punctuation is said as such."""
    node = entry.node
    text = entry.key in TEXTS
    if not isinstance(node, Scalar):
        _not_avalue_of(entry, text=text)
        return None
    if text and node.followed_by_comment:
        entry.faults.add(HASH_IN_TEXT, node.place)
    elif not node.text.strip():
        entry.faults.add(BLANK_VALUE, entry.place, key=entry.key)
        return None
    return node


def _not_avalue_of(entry: Entry, *, text: bool) -> None:
    node = entry.node
    if text and isinstance(node, Mapping) and node.flow and _all_blank(node):
        entry.faults.add(BRACE_IN_TEXT, node.place)
    elif (
        text and isinstance(node, Mapping) and node.entries and {name.text for name, _ in node.entries} <= _LANGUAGES
    ):  # fr, en
        entry.faults.add(NOT_YET_SUPPORTED, entry.place, what="un texte en plusieurs langues")
    elif text and isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node.items):
        entry.faults.add(VARIANT_PLACE, entry.place, key=entry.key)
    elif isinstance(node, Mapping) and any(name.text in NOT_YET for name, _ in node.entries):
        entry.faults.add(NOT_YET_SUPPORTED, entry.place, what=f"cette écriture de « {entry.key} »")
    else:
        entry.faults.add(EXPECTED_VALUE, node.place, key=entry.key)


def _all_blank(node: Mapping) -> bool:
    return all(isinstance(value, Scalar) and not value.text for _, value in node.entries)


def items_of(entry: Entry) -> Iterable[Node]:
    """The items of a list; what is none, or is empty, is said."""
    if not isinstance(entry.node, Sequence):
        entry.faults.add(EXPECTED_LIST, entry.node.place, key=entry.key)
        return ()
    if not entry.node.items:
        entry.faults.add(EMPTY_LIST, entry.place, key=entry.key)
    return entry.node.items


def values_of(entry: Entry) -> tuple[Scalar, ...]:
    """One value or several."""
    nodes = (entry.node,) if isinstance(entry.node, Scalar) else items_of(entry)
    read = (value_of(Entry(entry.key, node.place, node, entry.faults)) for node in nodes)
    return tuple(value for value in read if value is not None)


def named_in(entry: Entry) -> tuple[tuple[Scalar, Node], ...]:
    """Names with what each stands for; what is no list of keys is said."""
    if not isinstance(entry.node, Mapping):
        entry.faults.add(EXPECTED_KEYS, entry.node.place, key=entry.key)
        return ()
    return entry.node.entries
