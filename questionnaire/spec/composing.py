"""YAML to located nodes: bounded in size, depth and repetition, every value kept as text."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn, cast

import yaml

from questionnaire.spec.details import Detail
from questionnaire.spec.faults import (
    BAD_KEY,
    DUPLICATE_KEY,
    FILE_TOO_BIG,
    LEADING_CHARACTER,
    NESTED_TOO_DEEP,
    QUESTION_MARK_IN_TEXT,
    SEVERAL_DOCUMENTS,
    Faults,
)
from questionnaire.spec.nodes import Mapping, Node, Place, Scalar, Sequence

MAX_DEPTH = 30
MAX_NODES = 60_000
"""Values of one file, those that an alias repeats included; the largest form of the domain has some 5 000."""

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_COMMENT = re.compile(r"\s*#")


class Abandoned(Exception):
    """Reading on would be unsafe or senseless."""


def compose(text: str, faults: Faults) -> Node | None:
    """The content of ``text``, or None when it is empty or may not be read to its end.

    Raises yaml.YAMLError when it is not YAML.
    """
    try:
        return _Composer(text, faults).document()
    except Abandoned:
        return None


class _Composer:
    """Takes the events of the parser one by one, so that nothing is built before its bounds are checked."""

    def __init__(self, text: str, faults: Faults) -> None:
        self._lines = text.splitlines()
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._faults = faults
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            match event:
                case yaml.DocumentStartEvent() if root is not None:
                    self._abandon(SEVERAL_DOCUMENTS, event)
                case yaml.NodeEvent():
                    root = self._node(event, 1, flow=False)
        return root

    def _node(self, event: yaml.NodeEvent, depth: int, *, flow: bool) -> Node:
        before = self._count
        self._count += 1
        if depth > MAX_DEPTH:
            self._abandon(NESTED_TOO_DEEP, event)
        if isinstance(event, yaml.AliasEvent):
            return self._repeated(event)
        node = self._built(event, depth, flow=flow)
        if self._count > MAX_NODES:
            self._abandon(FILE_TOO_BIG, event)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._count - before)
        return node

    def _built(self, event: yaml.NodeEvent, depth: int, *, flow: bool) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, flow=flow)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth, flow=bool(event.flow_style))
        inside = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
        items = tuple(self._node(item, depth + 1, flow=inside) for item in self._inside())
        return Sequence(items, _place(event))

    def _repeated(self, event: yaml.AliasEvent) -> Node:
        if event.anchor not in self._anchors:
            self._faults.add(LEADING_CHARACTER, _place(event), sign="*")
            return Scalar(f"*{event.anchor}", _place(event))
        node, size = self._anchors[event.anchor]
        self._count += size
        if self._count > MAX_NODES:
            self._abandon(FILE_TOO_BIG, event)
        return node

    def _inside(self) -> Iterator[yaml.NodeEvent]:
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                return  # the end of the collection
            yield event

    def _mapping(self, event: yaml.NodeEvent, depth: int, *, flow: bool) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        inside = self._inside()
        for first in inside:
            key = self._node(first, depth + 1, flow=flow)
            value = self._node(next(inside), depth + 1, flow=flow)
            if not isinstance(key, Scalar):
                self._faults.add(BAD_KEY, key.place)
            elif key.text in entries:
                self._faults.add(DUPLICATE_KEY, key.place, key=key.text, line=entries[key.text][0].place.line)
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), _place(event), flow)

    def _scalar(self, event: yaml.ScalarEvent, *, flow: bool) -> Scalar:
        place = _place(event)
        style = event.style or ""
        sign = "&" if event.anchor is not None else "!" if event.tag is not None else ""
        if sign:
            self._faults.add(LEADING_CHARACTER, place, sign=sign)
        if style:
            return Scalar(event.value, place, style)
        if flow and "?" in event.value:
            self._faults.add(QUESTION_MARK_IN_TEXT, place)
        return Scalar(event.value, place, "", self._commented(event))

    def _commented(self, event: yaml.ScalarEvent) -> bool:
        end = cast("yaml.Mark", event.end_mark)
        return end.line < len(self._lines) and bool(_COMMENT.match(self._lines[end.line], end.column))

    def _abandon(self, detail: Detail, event: yaml.Event) -> NoReturn:
        self._faults.add(detail, _place(event))
        raise Abandoned


def _place(event: yaml.Event) -> Place:
    start = cast("yaml.Mark", event.start_mark)
    return Place(start.line + 1, start.column + 1)
