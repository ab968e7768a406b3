"""The answer tree that expressions walk: a root, its questions, the items of repeats and theirs."""

from collections.abc import Mapping, Sequence
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


class Holder(AnswerNode):
    """A node that holds others: the root, or an item. The hundreds that hold none share one empty place."""

    __slots__ = ()

    def __init__(self, name: str, path: str, parent: AnswerNode | None = None, key: str | None = None) -> None:
        super().__init__(name, path, parent, key)
        self.children: list[AnswerNode] = []
        self.leaves: dict[str, AnswerNode] = {}


class AnswerTree:
    """The nodes of one filled form, found by question name."""

    __slots__ = ("_about", "_by_name", "_followed", "_groups", "_once", "root")

    def __init__(self, form: Form, items: Mapping[str, tuple[str, ...]]) -> None:
        self.root = Holder(form.name, "")
        self._by_name: dict[str, list[AnswerNode]] = {name: [] for name in form.questions}
        self._groups = {name: question.group for name, question in form.questions.items()}
        self._once: dict[str, NodeSet] = {}
        self._about: dict[str, dict[str, AnswerNode]] = {}
        self._followed: dict[str, NodeSet] = {}
        for question in form.top_level():
            if question.is_repeat:
                for key in items.get(question.name, ()):
                    self._add_item(question, key)
            else:
                node = AnswerNode(question.name, question.name, self.root)
                self._add(node, self.root)
                self._once[question.name] = (node,)
        for question in form.top_level():
            if question.each:
                self._tell(question)

    def _add(self, node: AnswerNode, parent: Holder) -> None:
        parent.children.append(node)
        parent.leaves[node.name] = node
        self._by_name[node.name].append(node)

    def _add_item(self, question: Question, key: str) -> None:
        item = Holder(question.name, f"{question.name}[{key}]", self.root, key)
        item.value = key
        self._add(item, self.root)
        for child in question.questions:
            self._add(AnswerNode(child.name, f"{item.path}.{child.name}", item), item)

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
        """Leave of a repeat the items of these keys, and nothing of the others."""
        gone = [item for item in self._by_name[name] if item.key not in keys]
        for item in gone:
            for leaf in (item, *item.leaves.values()):
                self._by_name[leaf.name].remove(leaf)
        self.root.children = [child for child in self.root.children if child not in gone]

    def leave_out(self, name: str) -> None:
        """Hide the items of a repeat from paths: those that walk there find none."""
        self.root.children = [child for child in self.root.children if child.name != name]

    def nodes(self, name: str) -> list[AnswerNode]:
        """Every node of a question: one, or one per item."""
        return self._by_name[name]

    def find(self, name: str, node: AnswerNode, outer: Sequence[AnswerNode]) -> NodeSet:
        """What ``${name}`` denotes from ``node``: the one in the same item, else all of them but the hidden.

        What stands in no such item is looked for from the places around it, ``outer``. A question that is asked once
        is always one place, blank while it is hidden. An item that follows another question finds what it is about.
        """
        if name in self._once:
            return self._once[name]
        group = self._groups[name]
        for around in (node, *outer) if group is not None or self._about else ():
            place: AnswerNode | None = around
            while place is not None:
                if place.key is not None and place.name == group:
                    return (place.leaves[name],)
                if place.path in self._about and name in self._about[place.path]:
                    return (self._about[place.path][name],)
                place = place.parent
        if name in self._followed:
            return self._followed[name]
        return tuple([found for found in self._by_name[name] if found.relevant])  # a list: the hottest line of all
