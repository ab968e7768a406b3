"""Why a question is asked: the answers that decided, looked for when a page tells it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from questionnaire.expressions import Atom, Expression
from questionnaire.filling.paths import items_around, parse_path, question_name
from questionnaire.filling.remaining import Remaining, remaining
from questionnaire.filling.tree import AnswerNode
from questionnaire.spec.model import Question

if TYPE_CHECKING:  # the engine hands itself over
    from questionnaire.filling.fill import Filling


class Decisions:
    """The reasons of one computation, each looked for once."""

    def __init__(self, filling: "Filling") -> None:
        self._filling = filling
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, path: str) -> tuple[str, ...]:
        """The paths of the answers because of which what stands at a path is asked, in the order of the form.

        A repeat that was counted is told by its place. Without condition, none.
        """
        if path not in self._found:
            rule = self._rule(path)
            self._found[path] = () if rule is None else self._ordered(rule, self._place(path))
        return self._found[path]

    def remaining(self, hides: Callable[[str], bool]) -> Remaining:
        """How many required answers are left, but for those at the paths hidden from the reader."""
        return remaining(self._filling, hides)

    def result(self, rule: Expression, name: str) -> Atom:
        """What a rule gives that belongs to no question, with every answer settled; raises RuleFailed."""
        return self._filling.result(rule, self._filling.tree.root, name)

    def _rule(self, path: str) -> Expression | None:
        form = self._filling.form
        question = form.questions.get(question_name(path))
        section = form.section(path)
        holder = question or section
        return holder.relevant if holder else None

    def _place(self, path: str) -> AnswerNode:
        """Where the condition stands: that of a repeat, or of a section, judges it whole."""
        tree = self._filling.tree
        question = self._filling.form.questions.get(parse_path(path).name or "")
        places: list[AnswerNode] = []
        if question is not None and question.is_repeat:
            places = [holder.beside(question.name) for holder in tree.holders(question.name)]
        elif question is not None:
            places = tree.nodes(question.name)
        return next((place for place in places if place.path == path), AnswerNode(path, path, tree.root))

    def _ordered(self, rule: Expression, place: AnswerNode) -> tuple[str, ...]:
        names = list(self._filling.form.questions)
        found = dict.fromkeys(self._answers(rule, place, set()))
        return tuple(sorted(found, key=lambda path: names.index(question_name(path))))

    def _answers(self, rule: Expression, place: AnswerNode, seen: set[str]) -> Iterator[str]:
        """What people answered: of what is computed and shown nowhere, what it was computed from."""
        form = self._filling.form
        for name in self._filling.deciding(rule, place) - seen:
            question = form.questions[name]
            seen.add(name)
            if question.is_repeat:
                yield from self._lists(question, place)
            elif question.calculation is None or question.appearance != "hidden":
                nodes = self._filling.tree.find(name, place, ())
                yield from (node.path for node in nodes if isinstance(node, AnswerNode) and node.relevant)
            else:
                yield from self._answers(question.calculation, place, seen)

    def _lists(self, repeat: Question, place: AnswerNode) -> Iterator[str]:
        """The places of a repeat that are seen from a place: the one in its item, else all."""
        around = items_around(f"{place.path}.")
        holders = self._filling.tree.holders(repeat.name)
        mine = [holder for holder in holders if holder.key is None or holder.path in around]
        yield from (holder.place_of(repeat.name) for holder in mine or holders)
