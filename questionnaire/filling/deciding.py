"""Why a question is asked: the answers that decided, looked for when a page tells it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from questionnaire.expressions import Expression
from questionnaire.filling.paths import parse_path
from questionnaire.filling.tree import AnswerNode

if TYPE_CHECKING:  # the engine hands itself over
    from questionnaire.filling.fill import Filling


class Decisions:
    """The reasons of one computation, each looked for once."""

    def __init__(self, filling: "Filling") -> None:
        self._filling = filling
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, path: str) -> tuple[str, ...]:
        """The paths of the answers because of which what stands at a path is asked, in the order of the form.

        A repeat that was counted is told by its name. Without condition, none.
        """
        if path not in self._found:
            rule = self._rule(path)
            self._found[path] = () if rule is None else self._ordered(rule, self._place(path))
        return self._found[path]

    def _rule(self, path: str) -> Expression | None:
        form = self._filling.form
        leaf = parse_path(path)
        question = form.questions.get(leaf.name or leaf.group or "")
        section = form.section(path)
        holder = question or section
        return holder.relevant if holder else None

    def _place(self, path: str) -> AnswerNode:
        """Where the condition stands: that of a repeat, or of a section, judges it whole."""
        leaf = parse_path(path)
        question = self._filling.form.questions.get(leaf.name or "")
        known = question is not None and not question.is_repeat
        nodes = self._filling.tree.nodes(question.name) if question is not None and known else []
        beside = AnswerNode(path, path, self._filling.tree.root)
        return next((node for node in nodes if node.path == path), beside)

    def _ordered(self, rule: Expression, place: AnswerNode) -> tuple[str, ...]:
        names = list(self._filling.form.questions)
        found = dict.fromkeys(self._answers(rule, place, set()))
        return tuple(sorted(found, key=lambda path: names.index(_name(path))))

    def _answers(self, rule: Expression, place: AnswerNode, seen: set[str]) -> Iterator[str]:
        """What people answered: of what is computed and shown nowhere, what it was computed from."""
        form = self._filling.form
        for name in self._filling.deciding(rule, place) - seen:
            question = form.questions[name]
            seen.add(name)
            if question.is_repeat:
                yield name
            elif question.calculation is None or question.appearance != "hidden":
                nodes = self._filling.tree.find(name, place, ())
                yield from (node.path for node in nodes if isinstance(node, AnswerNode) and node.relevant)
            else:
                yield from self._answers(question.calculation, place, seen)


def _name(path: str) -> str:
    leaf = parse_path(path)
    return leaf.name or leaf.group or ""
