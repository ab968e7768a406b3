"""How many required answers are left, at least and at most: conditions that read what is not answered yet may turn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from questionnaire.expressions import Expression
from questionnaire.filling.requiring import least_items
from questionnaire.filling.tree import AnswerNode, Holder
from questionnaire.spec.model import Question
from questionnaire.spec.values import is_blank

if TYPE_CHECKING:  # the engine hands itself over
    from questionnaire.filling.fill import Filling


@dataclass(frozen=True, slots=True)
class Remaining:
    """Required answers still to give: ``least`` whatever is answered, ``most`` if all that is open asks for more."""

    least: int
    most: int


class _Sure(Enum):
    """Whether a condition holds: one that reads an answer still to come may turn."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


def remaining(filling: "Filling", hides: Callable[[str], bool]) -> Remaining:
    """What is left of a form, without the paths that are hidden from the reader."""
    found = list(_Prospect(filling).all(hides))
    return Remaining(found.count(_Sure.YES), len(found) - found.count(_Sure.NO))


class _Prospect:
    """One look ahead; what may still be answered is found once for each question."""

    def __init__(self, filling: "Filling") -> None:
        self._filling = filling
        self._open: dict[str, bool] = {}

    def all(self, hides: Callable[[str], bool]) -> Iterator[_Sure]:
        """Of every blank answer, whether it is to be given; the items that a repeat must have count as one."""
        for question in self._filling.form.questions.values():
            if question.is_repeat:
                yield from self._items(question, hides)
            elif question.kind.answered and not question.confirms:
                for node in self._filling.tree.nodes(question.name):
                    if is_blank(self._filling.values.get(node.path)) and not hides(node.path):
                        yield self.needed(question, node)

    def _items(self, repeat: Question, hides: Callable[[str], bool]) -> Iterator[_Sure]:
        for holder in self._filling.tree.holders(repeat.name):
            place = holder.beside(repeat.name)
            if place.path not in self._filling.repeats or hides(place.path):
                continue
            if len(holder.items(repeat.name)) < least_items(self._filling, repeat, place):
                yield self._asked(repeat, place)

    def needed(self, question: Question, node: AnswerNode) -> _Sure:
        """Whether a blank answer is to be given."""
        must = question.required if node.path not in self._always() else True
        return _both(self._asked(question, node), self._holds(must, node))

    def _always(self) -> frozenset[str]:
        return self._filling.signers() & self._filling.chosen

    def _asked(self, question: Question, node: AnswerNode) -> _Sure:
        """Whether a question is asked at a node: by its section, the repeats around it, and its own rule."""
        form = self._filling.form
        section = form.section(question.section)
        beside = AnswerNode(question.section, "", self._filling.tree.root)
        sure = _both(self._holds(section.relevant if section else None, beside), self._holds(question.relevant, node))
        item = node.parent
        while isinstance(item, Holder) and isinstance(item.parent, Holder):
            sure = _both(sure, self._holds(form.questions[item.name].relevant, item.parent.beside(item.name)))
            item = item.parent
        return sure

    def _holds(self, rule: Expression | bool | None, node: AnswerNode) -> _Sure:  # noqa: FBT001  # a rule may be constant
        if rule is None or isinstance(rule, bool):
            return _Sure.NO if rule is False else _Sure.YES
        if not self._filling.settled(rule, node, self._may_change):
            return _Sure.OPEN
        return _Sure.YES if self._filling.truth(rule, node, "relevant") else _Sure.NO

    def _may_change(self, name: str) -> bool:
        """Whether the answer to a question, or what is computed, is still to come."""
        if name not in self._open:
            question = self._filling.form.questions.get(name)
            self._open[name] = False  # a circle decides nothing
            self._open[name] = question is not None and self._is_to_come(question)
        return self._open[name]

    def _is_to_come(self, question: Question) -> bool:
        if question.calculation is not None:
            return any(map(self._may_change, question.calculation.references))
        tree = self._filling.tree
        if question.is_repeat:
            empty = (holder for holder in tree.holders(question.name) if not holder.items(question.name))
            return any(self._asked(question, holder.beside(question.name)) is not _Sure.NO for holder in empty)
        if question.group is not None and self._may_change(question.group):
            return True
        if not question.kind.answered:
            return False
        blank = (node for node in tree.nodes(question.name) if is_blank(self._filling.values.get(node.path)))
        return any(self._asked(question, node) is not _Sure.NO for node in blank)


def _both(one: _Sure, other: _Sure) -> _Sure:
    if _Sure.NO in {one, other}:
        return _Sure.NO
    return _Sure.OPEN if _Sure.OPEN in {one, other} else _Sure.YES
