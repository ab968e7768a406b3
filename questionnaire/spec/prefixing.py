"""Prefixes before the names of a block: where they are given, and wherever its rules and texts use them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from questionnaire.expressions import Names, ParseError, naming
from questionnaire.spec.keys import RULES, TEXTS
from questionnaire.spec.literals import looks_like_rule
from questionnaire.spec.nodes import Mapping, Node, Scalar, Sequence
from questionnaire.spec.others import OTHER

_PIPED = re.compile(r"(?:\$\{\s*|\{\s*(?=\w+\s*,))(?P<name>[A-Za-z_]\w*)")
_NAMED = frozenset({"questions", "rows"})
"""Keys whose items each have a name of the form."""

_VALUES = frozenset({"default", "min", "max"})
"""Keys of a plain value, or of a rule."""

_QUESTIONS = frozenset({"consent", "from", "for_each", "confirms"})
"""Keys whose value is the name of a question."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """``text`` goes before ``names``; ``items`` are those lists among them whose options are items of the block."""

    text: str
    names: Names
    items: frozenset[str] = frozenset()

    def questions(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """The questions of a block, or the rows of a grid, under their new names."""
        return tuple(self._renamed(node) if isinstance(node, Mapping) else node for node in nodes)

    def lists(self, entries: Iterable[tuple[Scalar, Node]]) -> Iterator[tuple[Scalar, Node]]:
        """The lists of a block under their new names."""
        for name, node in entries:
            entry = self._mapping(node, name.text) if isinstance(node, Mapping) else self._node("label", node)
            yield self._with(name, (0,)), entry

    def _renamed(self, node: Mapping) -> Mapping:
        inside = self._mapping(node, next(_listed(node), ""))
        entries = ((key, self._before(value) if key.text == "name" else value) for key, value in inside.entries)
        return replace(inside, entries=tuple(entries))

    def _mapping(self, node: Mapping, listed: str) -> Mapping:
        """The value of every key; the rules that choose in the list ``listed`` see its options."""
        entries = ((key, self._valued(key.text, value, listed)) for key, value in node.entries)
        return replace(node, entries=tuple(entries))

    def _valued(self, key: str, value: Node, listed: str) -> Node:
        if key in ("choice_filter", "filter") and isinstance(value, Scalar):
            return self._rule(value, of_options=listed not in self.items)
        if key in _NAMED and isinstance(value, Sequence):
            return replace(value, items=self.questions(value.items))
        return self._node(key, value)

    def _node(self, key: str, node: Node) -> Node:
        if isinstance(node, Mapping):
            return self._mapping(node, "")
        if isinstance(node, Sequence):
            return replace(node, items=tuple(self._node(key, item) for item in node.items))
        if key in RULES or (key in _VALUES and looks_like_rule(node.text)):
            return self._rule(node, of_options=False)
        if key in TEXTS:
            found = (mark for mark in _PIPED.finditer(node.text) if mark["name"] in self.names.answers)
            return self._with(node, tuple(mark.start("name") for mark in found))
        answers, lists = self.names.answers, self.names.lists
        named = {"consent": answers, "from": answers, "for_each": answers, "confirms": answers, "choices": lists}.get(
            key, ()
        )
        return self._before(node) if node.text in named else node

    def _rule(self, scalar: Scalar, *, of_options: bool) -> Scalar:
        try:
            return self._with(scalar, naming(scalar.text, self.names, of_options=of_options))
        except ParseError:
            return scalar  # told when the form is compiled

    def _before(self, node: Node) -> Node:
        return self._with(node, (0,)) if isinstance(node, Scalar) and node.text else node

    def _with(self, scalar: Scalar, offsets: tuple[int, ...]) -> Scalar:
        """The text with the prefix at each of these offsets, which still knows its places in the file."""
        pieces: list[tuple[int, Scalar, int]] = [(0, scalar, 0)]
        text, last = "", 0
        for offset in offsets:
            text += scalar.text[last:offset] + self.text
            pieces += [(len(text) - len(self.text), scalar, offset)] * bool(offset) + [(len(text), scalar, offset)]
            last = offset
        return replace(scalar, text=text + scalar.text[last:], pieces=tuple(pieces)) if offsets else scalar


def _listed(node: Mapping) -> Iterator[str]:
    """The list in which a question lets choose, where it has a name."""
    return (value.text for key, value in node.entries if key.text == "choices" and isinstance(value, Scalar))


def names_of(questions: Iterable[Node]) -> Iterator[str]:
    """The names that the questions of a block give: their own, those of their rows and of « Autre »."""
    for question in questions:
        keys = {key.text: value for key, value in question.entries} if isinstance(question, Mapping) else {}
        name = keys.get("name")
        if isinstance(name, Scalar):
            yield name.text
            if "other" in keys:
                yield f"{name.text}_{OTHER}"
        for key in _NAMED & keys.keys():
            inside = keys[key]
            yield from names_of(inside.items if isinstance(inside, Sequence) else ())
