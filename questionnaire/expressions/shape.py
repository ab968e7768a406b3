"""What a form's answers may look like: one node for each question, however many items hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from questionnaire.expressions.axes import AXES, Axis, accepts
from questionnaire.expressions.scope import Atom, NodeKind

SIDEWAYS = frozenset({Axis.FOLLOWING_SIBLING, Axis.PRECEDING_SIBLING, Axis.FOLLOWING, Axis.PRECEDING})
"""Axes that lead from an item to the other items of its repeat."""


@dataclass(eq=False, slots=True)
class Shape:
    """A place that answers may hold. It is a node like theirs, blank: paths walk on both alike.

    ``repeated`` is said of the items of a repeat, which have one shape; ``listed`` of the entries of a list.
    """

    name: str
    parent: Shape | None = field(default=None, repr=False)
    repeated: bool = False
    listed: bool = False
    kind: NodeKind = NodeKind.ELEMENT
    children: list[Shape] = field(default_factory=list, repr=False)
    value: Atom = ""
    attributes: tuple[Shape, ...] = ()

    def grown(self, name: str, *, repeated: bool = False, listed: bool = False) -> Shape:
        """A new child, after the others."""
        child = Shape(name, self, repeated, listed)
        self.children.append(child)
        return child

    def beside(self, name: str = "") -> Shape:
        """A place under this one that is none of its children: where the rules of a whole repeat or section stand."""
        return Shape(name, self)

    def upwards(self) -> Iterator[Shape]:
        """This place, then those that hold it, the nearest first."""
        place: Shape | None = self
        while place is not None:
            yield place
            place = place.parent

    def reached(self, axis: Axis, test: str) -> Iterator[Shape]:
        """Where a step may lead from here; an item has other items of its repeat on both sides."""
        accepted = accepts(axis, test)
        found: list[Shape] = [place for place in AXES[axis](self) if isinstance(place, Shape)]
        if axis in SIDEWAYS:
            found += self._twins(deep=axis in {Axis.FOLLOWING, Axis.PRECEDING})
        return (place for place in found if accepted(place))

    def _twins(self, *, deep: bool) -> list[Shape]:
        """The same place in other items; with ``deep``, all that other items hold."""
        if not deep:
            return [self] if self.repeated else []
        items = [place for place in self.upwards() if place.repeated]
        return [inside for item in items[-1:] for inside in _whole(item)]


def _whole(place: Shape) -> Iterator[Shape]:
    yield place
    for child in place.children:
        yield from _whole(child)


@dataclass(frozen=True, slots=True)
class Around:
    """What an expression may name, and where it stands.

    ``names`` are the questions and the repeats of the form; ``lists`` those of its lists that ``instance()`` finds, by
    name. ``origin`` is the question that chooses, where ``place`` is one of its options. ``kept`` tells whether the
    value of the expression may be kept with the answers, once it was drawn.
    """

    place: Shape
    names: Mapping[str, Shape]
    lists: Mapping[str, Shape] = field(default_factory=dict)
    origin: Shape | None = None
    kept: bool = False

    @property
    def current(self) -> Shape:
        """What the whole expression is about."""
        return self.origin or self.place


def list_shape(columns: Iterable[str]) -> Shape:
    """The shape of a list: its entries under `root/item`, and what they tell of themselves."""
    top = Shape("", kind=NodeKind.ROOT)
    entry = top.grown("root").grown("item", listed=True)
    for column in columns:
        entry.grown(column)
    entry.attributes = tuple(Shape(cell.name, entry, kind=NodeKind.ATTRIBUTE) for cell in entry.children)
    return top


def option_shape(columns: Iterable[str]) -> Shape:
    """The shape of an option that a rule judges."""
    option = Shape("", listed=True)
    for column in columns:
        option.grown(column)
    return option
