"""The answer tree that expressions walk: a root, its questions, the items of repeats and theirs."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from questionnaire.expressions import Atom, NodeKind, NodeSet
from questionnaire.spec.model import Form, Question

_NOTHING: Mapping[str, "AnswerNode"] = MappingProxyType({})


class AnswerNode:
    """One place of the tree. Its value is blank until the engine has settled it; that of an item is its key."""

    __slots__ = ("children", "key", "leaves", "name", "parent", "path", "relevant", "value")

    kind = NodeKind.ELEMENT
    attributes: Sequence["AnswerNode"] = ()

    def __init__(self, name: str, path: str, parent: "AnswerNode | None", key: str | None = None) -> None:
        self.name = name
        self.path = path
        self.parent = parent
        self.key = key
        self.value: Atom = ""
        self.relevant = True
        self.children: Sequence[AnswerNode] = ()
        self.leaves: Mapping[str, AnswerNode] = _NOTHING

    @property
    def group(self) -> str | None:
        """The place of the repeat of which this is an item."""
        return None if self.key is None else self.path.removesuffix(f"[{self.key}]")


class Holder(AnswerNode):
    """A node that holds others: the root, or an item. The hundreds that hold none share one empty place."""

    __slots__ = ()

    def __init__(self, name: str, path: str, parent: AnswerNode | None = None, key: str | None = None) -> None:
        super().__init__(name, path, parent, key)
        self.children: list[AnswerNode] = []
        self.leaves: dict[str, AnswerNode] = {}

    def place_of(self, name: str) -> str:
        """The path of a question that stands in this item, or in none."""
        return name if self.key is None else f"{self.path}.{name}"

    def beside(self, name: str) -> AnswerNode:
        """Where the rules of a whole repeat stand: in this item, or at the root, and none of its children."""
        return AnswerNode(name, self.place_of(name), self)

    def items(self, name: str) -> list[AnswerNode]:
        """The items of a repeat that stands here."""
        return [child for child in self.children if child.name == name and child.key is not None]

    def drop(self, gone: Sequence[AnswerNode]) -> None:
        """Hide some children from paths: those that walk here find them no more."""
        self.children = [child for child in self.children if child not in gone]


class AnswerTree:
    """The nodes of one filled form, found by question name."""

    __slots__ = ("_about", "_around", "_by_name", "_followed", "_groups", "_held", "_items", "_once", "root")

    def __init__(self, form: Form, items: Mapping[str, tuple[str, ...]]) -> None:
        self.root = Holder(form.name, "")
        self._items = items
        self._by_name: dict[str, list[AnswerNode]] = {name: [] for name in form.questions}
        self._groups = {name: question.group for name, question in form.questions.items()}
        self._around = {name: frozenset(form.around(each)) for name, each in form.questions.items() if each.group}
        self._held: dict[str, list[Holder]] = {}
        self._once: dict[str, NodeSet] = {}
        self._about: dict[str, dict[str, AnswerNode]] = {}
        self._followed: dict[str, NodeSet] = {}
        for question in form.top_level():
            self._grow(question, self.root)
            if not question.is_repeat:
                self._once[question.name] = tuple(self._by_name[question.name])
        for question in form.top_level():
            if question.each:
                self._tell(question)

    def _grow(self, question: Question, parent: Holder) -> None:
        """A question where it stands, or the items of a repeat with all that they hold."""
        if not question.is_repeat:
            self._add(AnswerNode(question.name, parent.place_of(question.name), parent), parent)
            return
        self._held.setdefault(question.name, []).append(parent)
        place = parent.place_of(question.name)
        for key in self._items.get(place, ()):
            item = Holder(question.name, f"{place}[{key}]", parent, key)
            item.value = key
            self._add(item, parent)
            for child in question.questions:
                self._grow(child, item)

    def _add(self, node: AnswerNode, parent: Holder) -> None:
        parent.children.append(node)
        if node.key is None:
            parent.leaves[node.name] = node
        self._by_name[node.name].append(node)

    def _tell(self, repeat: Question) -> None:
        """What each item of a repeat that follows another question is about: an item of that one, or an option."""
        items = {item.key: item for item in self._by_name[repeat.each]}
        if repeat.each in self._once:
            self._followed[repeat.each] = self._once.pop(repeat.each)
        for item in self._by_name[repeat.name]:
            about = items.get(item.key)
            if about is None:
                about = AnswerNode(repeat.each, "", self.root)
                about.value = item.key or ""
            self._about[item.path] = {repeat.each: about, **about.leaves}

    def keep(self, name: str, keys: Sequence[str]) -> None:
        """Leave of a repeat of the form the items of these keys, and nothing of the others."""
        items = [item for item in self._by_name[name] if item.key not in keys]
        gone = {node for item in items for node in _whole(item)}
        for known in {node.name for node in gone}:
            self._by_name[known] = [node for node in self._by_name[known] if node not in gone]
        for known, holders in self._held.items():
            self._held[known] = [holder for holder in holders if holder not in gone]
        self.root.drop(items)

    def holders(self, repeat: str) -> Sequence[Holder]:
        """Where a repeat stands: the root, or each item of the one around it."""
        return self._held.get(repeat, ())

    def nodes(self, name: str) -> list[AnswerNode]:
        """Every node of a question: one, or one per item."""
        return self._by_name[name]

    def find(self, name: str, node: AnswerNode, outer: Sequence[AnswerNode]) -> NodeSet:
        """What ``${name}`` denotes from ``node``: the one in the same item, else all of them but the hidden.

        In an item of a repeat farther around, those are all that this item holds. What stands in no such item is looked
        for from the places around it, ``outer``. A question that is asked once is always one place, blank while it is
        hidden. An item that follows another question finds what it is about.
        """
        if name in self._once:
            return self._once[name]
        group = self._groups[name]
        for start in (node, *outer) if group is not None or self._about else ():
            place: AnswerNode | None = start
            while place is not None:
                if place.key is not None and group is not None and place.name in self._around[name]:
                    return self._found_in(place, name, group)
                if place.path in self._about and name in self._about[place.path]:
                    return (self._about[place.path][name],)
                place = place.parent
        if name in self._followed:
            return self._followed[name]
        return tuple([found for found in self._by_name[name] if found.relevant])  # a list: the hottest line of all

    def _found_in(self, item: AnswerNode, name: str, group: str) -> NodeSet:
        """What one item holds by a name, right under it or in the items of the repeats inside it."""
        if item.name == group and name in item.leaves:
            return (item.leaves[name],)
        return tuple([node for node in _whole(item) if node.name == name and node is not item and node.relevant])


def _whole(node: AnswerNode) -> Iterator[AnswerNode]:
    """A node and all that it holds, in the order of the form."""
    yield node
    for child in node.children:
        yield from _whole(child)
