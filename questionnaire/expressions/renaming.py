"""Where an expression names answers and lists, so that a prefix may be put before them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from questionnaire.expressions.axes import Axis
from questionnaire.expressions.expression import parse
from questionnaire.expressions.tree import Call, Column, Kept, Path, Reference, Self, Text, Tree, parts

LIST_READERS = frozenset({"instance", "pulldata"})
"""The functions whose first argument is the name of a list."""

_AXIS = re.compile(r"[\w-]+\s*::\s*")
_QUOTED = re.compile(r"\$\{\s*(?P<name>[^\s}]+)")


@dataclass(frozen=True, slots=True)
class Names:
    """The names looked for: those of ``answers`` and those of ``lists``."""

    answers: Collection[str]
    lists: Collection[str]


def naming(text: str, names: Names, *, of_options: bool = False) -> tuple[int, ...]:
    """Where each of ``names`` begins in an expression, in characters from 0; raises ParseError.

    A name alone is a question's, but where the rule judges options (``of_options``), or lines of ``instance()``: there
    it is a column of the list.
    """
    return tuple(sorted(set(_found(parse(text).tree, text, names, of_options))))


def _found(tree: Tree, text: str, names: Names, listed: bool) -> Iterator[int]:  # noqa: FBT001  # a place of the tree
    match tree:
        case Reference(name, position) if name in names.answers:
            yield text.index(name, position)
        case Column(name, position) if name in names.answers and not listed:
            yield _after_axis(text, position)
        case Text(value, position):
            yield from (position + 1 + found.start("name") for found in _quoted(value, names))
        case Path():
            yield from _along(tree, text, names, listed)
        case Kept(nodes, condition):
            yield from _found(nodes, text, names, listed)
            yield from _found(condition, text, names, _of_list(nodes, listed))
        case Call(function, (Text(name, position), *others)) if function in LIST_READERS:
            yield from (position + 1 for _ in range(name in names.lists))
            for argument in others:
                yield from _found(argument, text, names, listed)
        case _:
            for part in parts(tree):
                yield from _found(part, text, names, listed)


def _along(path: Path, text: str, names: Names, listed: bool) -> Iterator[int]:  # noqa: FBT001  # same
    inside = _of_list(path.start, listed)
    yield from _found(path.start, text, names, listed)
    for step in path.steps:
        if step.test in names.answers and step.axis is not Axis.ATTRIBUTE and not inside:
            yield _after_axis(text, step.position)
        for condition in step.conditions:
            yield from _found(condition, text, names, inside)


def _after_axis(text: str, position: int) -> int:
    axis = _AXIS.match(text, position)
    return axis.end() if axis else position


def _of_list(start: Tree, listed: bool) -> bool:  # noqa: FBT001  # same
    """Whether what a path walks from there are the lines of a list."""
    if isinstance(start, Call):
        return start.function == "instance"
    return listed and isinstance(start, Self | Column)


def _quoted(value: str, names: Names) -> Iterator[re.Match[str]]:
    """Names between quotes, as ``jr:choice-name(${lieu}, '${lieu}')`` has them."""
    return (found for found in _QUOTED.finditer(value) if found["name"] in names.answers)
