"""The answer tree that expressions walk: a root, its questions, the items of repeats and theirs."""

from questionnaire.expressions import Atom, NodeSet
from questionnaire.spec.model import Form, Question


class AnswerNode:
    """One place of the tree. Its value is blank until the engine has settled it."""

    __slots__ = ("children", "key", "leaves", "name", "parent", "path", "relevant", "value")

    def __init__(self, name: str, path: str, parent: "AnswerNode | None", key: str | None = None) -> None:
        self.name = name
        self.path = path
        self.parent = parent
        self.key = key
        self.value: Atom = ""
        self.relevant = True
        self.children: list[AnswerNode] = []
        self.leaves: dict[str, AnswerNode] = {}


class AnswerTree:
    """The nodes of one filled form, found by question name."""

    __slots__ = ("_by_name", "_groups", "root")

    def __init__(self, form: Form, items: dict[str, tuple[str, ...]]) -> None:
        self.root = AnswerNode(form.name, "", None)
        self._by_name: dict[str, list[AnswerNode]] = {name: [] for name in form.questions}
        self._groups = {name: question.group for name, question in form.questions.items()}
        for question in form.top_level():
            if question.is_repeat:
                for key in items.get(question.name, ()):
                    self._add_item(question, key)
            else:
                self._add(question.name, question.name, self.root)

    def _add(self, name: str, path: str, parent: AnswerNode, key: str | None = None) -> AnswerNode:
        node = AnswerNode(name, path, parent, key)
        parent.children.append(node)
        parent.leaves[name] = node
        self._by_name[name].append(node)
        return node

    def _add_item(self, question: Question, key: str) -> None:
        item_path = f"{question.name}[{key}]"
        item = self._add(question.name, item_path, self.root, key)
        for child in question.questions:
            self._add(child.name, f"{item_path}.{child.name}", item)

    def nodes(self, name: str) -> list[AnswerNode]:
        """Every node of a question: one, or one per item."""
        return self._by_name[name]

    def find(self, name: str, node: AnswerNode) -> NodeSet:
        """What ``${name}`` denotes from ``node``: the one in the same item, else all of them but the hidden."""
        group = self._groups[name]
        place: AnswerNode | None = node
        while group is not None and place is not None:
            if place.key is not None and place.name == group:
                return (place.leaves[name],)
            place = place.parent
        return tuple(found for found in self._by_name[name] if found.relevant)
