"""A list that expressions read: its entries as nodes under `root/item`, and its cells by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from questionnaire.expressions.scope import Atom, Node, NodeKind


class ListNode:
    """The top of a list, its root, an entry, or a cell: never changed once the list is made."""

    __slots__ = ("_attributes", "children", "kind", "name", "parent", "value")

    def __init__(self, name: str, parent: ListNode | None, value: Atom = "") -> None:
        self.name = name
        self.parent = parent
        self.value = value
        self.kind = NodeKind.ROOT if parent is None else NodeKind.ELEMENT
        self.children: list[ListNode] = []
        self._attributes: tuple[CellAttribute, ...] | None = None
        if parent is not None:
            parent.children.append(self)

    @property
    def attributes(self) -> Sequence[Node]:
        """The cells of an entry as its attributes, for forms that come from XML; made when first asked."""
        if self._attributes is None:
            self._attributes = tuple(CellAttribute(self, cell) for cell in self.children if not cell.children)
        return self._attributes


class CellAttribute:
    """A cell read as `@column`."""

    __slots__ = ("name", "parent", "value")

    kind = NodeKind.ATTRIBUTE
    children: Sequence[Node] = ()
    attributes: Sequence[Node] = ()

    def __init__(self, entry: ListNode, cell: ListNode) -> None:
        self.name = cell.name
        self.parent = entry
        self.value = cell.value


class Listing:
    """A list, made once for all who read it. ``columns`` are those of its first entry."""

    __slots__ = ("_first", "_rows", "columns", "top")

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._rows = tuple(rows)
        self._first: dict[str, dict[str, Mapping[str, str]]] = {}
        self.columns = tuple(self._rows[0]) if self._rows else ()
        self.top = ListNode("", None)
        root = ListNode("root", self.top)
        for row in self._rows:
            entry = ListNode("item", root)
            for column, text in row.items():
                ListNode(column, entry, text)

    def cell(self, column: str, key_column: str, key: str) -> str:
        """What ``column`` says in the first entry whose ``key_column`` is ``key``; blank where none is."""
        if key_column not in self._first:
            rows = {row.get(key_column, ""): row for row in reversed(self._rows)}
            self._first[key_column] = rows
        return self._first[key_column].get(key, {}).get(column, "")
