"""Follow the paths of an expression through the shape of a form, before there are answers: what they read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questionnaire.expressions import faults
from questionnaire.expressions.axes import Axis, top
from questionnaire.expressions.faults import Fault
from questionnaire.expressions.functions import LIBRARY, Type
from questionnaire.expressions.functions.lists import question_of
from questionnaire.expressions.shape import Around, Shape
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Parent,
    Path,
    Reference,
    Root,
    Self,
    Step,
    Text,
    Tree,
    Union,
    parts,
    position_of,
)

Places = tuple[Shape, ...]
"""Where a part of an expression may lead; empty where it gives a value."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression reads: ``names`` of questions, each repeat around them; ``written``, those it spells out.

    ``lists`` are the lists of the form in which it looks.
    """

    names: frozenset[str]
    written: frozenset[str]
    lists: frozenset[str]
    faults: tuple[Fault, ...]


def resolve(tree: Tree, around: Around) -> Reading:
    """Where every path of an expression leads. A path that cannot lead anywhere is a fault, told once."""
    walk = _Walk(around)
    walk.places(tree, (around.place,))
    return Reading(frozenset(walk.names), frozenset(walk.written), frozenset(walk.lists), tuple(walk.faults))


class _Walk:
    def __init__(self, around: Around) -> None:
        self._around = around
        self.names: set[str] = set()
        self.written: set[str] = set()
        self.lists: set[str] = set()
        self.faults: list[Fault] = []

    def places(self, tree: Tree, here: Places) -> Places:
        """Where ``tree`` may lead from ``here``; everything inside it is gone through."""
        match tree:
            case Self():
                return here
            case Parent():
                return _distinct(place.parent for place in here if place.parent is not None)
            case Root():
                return _distinct(_top(self._around.current))
            case Reference(name, position):
                return self._named(name, position)
            case Column(name, position):
                return self._column(name, position, here)
            case _:
                return self._compound(tree, here)

    def _compound(self, tree: Tree, here: Places) -> Places:
        match tree:
            case Kept(nodes, condition):
                found = self.places(nodes, here)
                self.places(condition, found)
                return found
            case Path(start, steps):
                return self._walked(self.places(start, here), steps)
            case Union(operands):
                return _distinct(place for operand in operands for place in self.places(operand, here))
            case Call(function, arguments):
                return self._called(function, arguments, here)
        for part in parts(tree):
            self.places(part, here)
        return ()

    def _named(self, name: str, position: int) -> Places:
        self.written.add(name)
        if name not in self._around.names:
            self.faults.append(faults.unknown_name(name, position, self._around.names))
            return ()
        return self._read((self._around.names[name],))

    def _column(self, name: str, position: int, here: Places) -> Places:
        found = _distinct(child for place in here for child in place.children if child.name == name)
        if found:
            self.written.add(name)
            return self._read(found)
        columns = {child.name for place in here if place.listed or place.repeated for child in place.children}
        if columns:
            self.faults.append(faults.unknown_column(name, position, columns, self._around.names))
        elif here:
            self.faults.append(faults.bare_name(name, position, self._around.names))
        return ()

    def _walked(self, here: Places, steps: tuple[Step, ...]) -> Places:
        for step in steps:
            found = _distinct(other for place in here for other in place.reached(step.axis, step.test))
            if here and not found:
                self.faults.append(faults.leads_nowhere(step.test, step.position, _known(here, step.axis)))
            here = found
            for condition in step.conditions:
                self.places(condition, here)
        self.written.add(steps[-1].test)
        return self._read(here)

    def _called(self, name: str, arguments: tuple[Tree, ...], here: Places) -> Places:
        given = [self.places(argument, here) for argument in arguments]
        if name == "current" and not arguments:
            return (self._around.current,)
        if name == "instance" and len(arguments) == 1:
            return self._list(arguments[0])
        if name == "pulldata" and arguments:
            self._columns(self._list(arguments[0]), arguments[1:3])
        if name == "jr:choice-name":
            for question in arguments[1:]:
                self._choices_of(question)
        function = LIBRARY.get(name)
        if function is None or function.result not in {Type.NODES, Type.ANY}:
            return ()
        return given[0] if name == "indexed-repeat" and given else _distinct(one for each in given for one in each)

    def _list(self, name: Tree) -> Places:
        known = self._around.lists
        if not isinstance(name, Text):
            self.faults.append(faults.computed_name("liste", position_of(name)))
        elif name.value not in known:
            self.faults.append(faults.unknown_list(name.value, name.position, known))
        else:
            self.lists.add(name.value)
            return (known[name.value],)
        return ()

    def _columns(self, tops: Places, columns: tuple[Tree, ...]) -> None:
        """Columns that are spelled out, in the entries of a list."""
        entries = [entry for top in tops for root in top.children for entry in root.children]
        for column in columns:
            if isinstance(column, Text) and entries and column.value not in {cell.name for cell in entries[0].children}:
                known = {cell.name for cell in entries[0].children}
                self.faults.append(faults.unknown_column(column.value, column.position, known, ()))

    def _choices_of(self, question: Tree) -> None:
        """The question whose choices are read: its name must be spelled out."""
        if isinstance(question, Text):
            self._named(question_of(question.value), question.position)
        else:
            self.faults.append(faults.computed_name("question", position_of(question)))

    def _read(self, places: Places) -> Places:
        """What is read of a place: its answer, and whether the items that hold it are there."""
        self.names.update(place.name for place in places if self._is_asked(place))
        around = (above for place in places for above in place.upwards() if above.repeated)
        self.names.update(above.name for above in around if self._is_asked(above))
        return places

    def _is_asked(self, place: Shape) -> bool:
        return self._around.names.get(place.name) is place


def _known(here: Places, axis: Axis) -> frozenset[str]:
    """The names that a step could have had."""
    return frozenset(place.name for one in here for place in one.reached(axis, "node()"))


def _top(place: Shape) -> Iterator[Shape]:
    above = top(place)
    if isinstance(above, Shape):
        yield above


def _distinct(places: Iterable[Shape]) -> Places:
    return tuple({id(place): place for place in places}.values())
