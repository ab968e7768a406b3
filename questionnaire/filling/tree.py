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

    __slots__ = ("_by_name", "_groups", "_once", "root")

    def __init__(self, form: Form, items: dict[str, tuple[str, ...]]) -> None:
        self.root = Holder(form.name, "")
        self._by_name: dict[str, list[AnswerNode]] = {name: [] for name in form.questions}
        self._groups = {name: question.group for name, question in form.questions.items()}
        self._once: dict[str, NodeSet] = {}
        for question in form.top_level():
            if question.is_repeat:
                for key in items.get(question.name, ()):
                    self._add_item(question, key)
            else:
                node = AnswerNode(question.name, question.name, self.root)
                self._add(node, self.root)
                self._once[question.name] = (node,)

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

    def leave_out(self, name: str) -> None:
        """Hide the items of a repeat from paths: those that walk there find none."""
        self.root.children = [child for child in self.root.children if child.name != name]

    def nodes(self, name: str) -> list[AnswerNode]:
        """Every node of a question: one, or one per item."""
        return self._by_name[name]

    def find(self, name: str, node: AnswerNode, outer: Sequence[AnswerNode]) -> NodeSet:
        """What ``${name}`` denotes from ``node``: the one in the same item, else all of them but the hidden.

        What stands in no such item is looked for from the places around it, ``outer``. A question that is asked once
        is always one place, blank while it is hidden.
        """
        if name in self._once:
            return self._once[name]
        group = self._groups[name]
        for around in (node, *outer) if group is not None else ():
            place: AnswerNode | None = around
            while place is not None:
                if place.key is not None and place.name == group:
                    return (place.leaves[name],)
                place = place.parent
        return tuple([found for found in self._by_name[name] if found.relevant])  # a list: the hottest line of all
