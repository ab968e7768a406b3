"""A small answer tree, and a scope on it, for the tests of the language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.expressions import Atom, Node, NodeKind, NodeSet, Scope, Value, World, parse

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 7, 14, 0, 30, tzinfo=PARIS)
"""Half past midnight in Paris: still the day before in UTC."""


@dataclass(eq=False)
class Answer:
    name: str
    value: Atom = ""
    children: Sequence[Answer] = ()
    parent: Answer | None = field(default=None, repr=False)
    attributes: Sequence[Answer] = ()
    kind: NodeKind = NodeKind.ELEMENT

    def __post_init__(self):
        for inner in (*self.children, *self.attributes):
            inner.parent = self

    def walk(self) -> Iterator[Answer]:
        yield self
        for child in self.children:
            yield from child.walk()


def find(name: str, node: Node, outer: NodeSet) -> NodeSet:
    """The nodes of that name under the nearest ancestor that has some, or around what stands around."""
    for place in (node, *outer):
        around: Node | None = place
        while around is not None:
            assert isinstance(around, Answer)
            if found := tuple(one for one in around.walk() if one.name == name):
                return found
            around = around.parent
    return ()


def scope_of(node: Answer, now: datetime = NOW) -> Scope:
    return Scope(node, World(find, now))


def form(**values: Atom) -> Scope:
    """A scope at the root of a form whose answers are these."""
    return scope_of(Answer("form", children=[Answer(name, value) for name, value in values.items()]))


def value(text: str, **values: Atom) -> Value:
    """What an expression gives in a form whose answers are these."""
    return parse(text).atom(form(**values))
