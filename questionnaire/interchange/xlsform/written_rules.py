"""Rules and texts of our language as ODK reads them: « autre » and the lists in files under the names that it gives."""

import re
from collections.abc import Mapping

from questionnaire.expressions.parser import read_tree
from questionnaire.expressions.tree import Call, Operation, Reference, Text, Tree
from questionnaire.interchange.trees import with_parts, written
from questionnaire.spec.others import OTHER

ODK_OTHER = "other"
_MARK = re.compile(r"\$\{([^{}]+)\}")


class OdkWords:
    """Says things as ODK does; ``others`` are the questions whose « autre » it adds itself, ``stems`` its lists."""

    def __init__(self, others: frozenset[str], stems: Mapping[str, str]) -> None:
        self._others = others
        self._companions = {f"{name}_{OTHER}": f"{name}_{ODK_OTHER}" for name in others}
        self._stems = {name: stem for name, stem in stems.items() if name != stem}

    def rule(self, text: str) -> str:
        """A rule, written in the one way in which an import writes it too."""
        return written(self._changed(read_tree(text)))

    def text(self, text: str) -> str:
        """A text that people read."""
        return _MARK.sub(lambda mark: f"${{{self._companions.get(mark[1], mark[1])}}}", text)

    def _changed(self, tree: Tree) -> Tree:
        tree = with_parts(tree, self._changed)
        match tree:
            case Reference(name) if name in self._companions:
                return Reference(self._companions[name])
            case Call("selected", (Reference(name) as of, Text(value))) if value == OTHER and name in self._others:
                return Call("selected", (of, Text(ODK_OTHER)))
            case Operation(operator, (Reference(name) as of, Text(value))) if value == OTHER and name in self._others:
                return Operation(operator, (of, Text(ODK_OTHER)))
            case Call("instance" | "pulldata" as function, (Text(name), *rest)) if name in self._stems:
                return Call(function, (Text(self._stems[name]), *rest))
            case _:
                return tree
