"""What is wrong with answers once values are settled: required, constraints, bounds, counts, in page order."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING

from questionnaire.expressions import Expression
from questionnaire.filling.crossing import CROSSED, crossed
from questionnaire.filling.lasting import lasting_problem
from questionnaire.filling.problems import REQUIRED, UNCONFIRMED, WARNING, Problem
from questionnaire.filling.ranking import ranking_problem, ranks
from questionnaire.filling.requiring import least_items, must_answer
from questionnaire.filling.tree import AnswerNode, Holder
from questionnaire.filling.wording import Wording
from questionnaire.spec.kinds.figures import plain_number
from questionnaire.spec.kinds.moments import moment_of
from questionnaire.spec.kinds.partial_dates import PARTIAL, first_day_of
from questionnaire.spec.kinds.times import hour_of
from questionnaire.spec.model import Question
from questionnaire.spec.texts import Text
from questionnaire.spec.values import Declined, Period, Unreadable, Value, is_blank

if TYPE_CHECKING:  # the engine calls the judge
    from questionnaire.filling.fill import Filling


MOMENT, RANK = "datetime", "rank"
Bound = Decimal | date | str
"""The end of what is accepted; an hour is written as it is kept."""


class Judgement:
    """Everything said of a filled form: problems in page order, paths that must or cannot be answered."""

    def __init__(self, filling: "Filling", wording: Wording) -> None:
        self._filling = filling
        self._wording = wording
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.required: set[str] = set()
        self.most: dict[str, int] = {}
        self.read_only: set[str] = set()
        self._order: dict[str, int] = {}

    def judge(self) -> None:
        """Go through the form in page order."""
        for question in self._filling.form.top_level():
            if question.is_repeat:
                self._judge_repeat(question, self._filling.tree.root)
            else:
                self._judge_nodes(question)
        self._judge_together()

    def _judge_together(self) -> None:
        """The rules on several answers, each where nothing else is wrong; then all problems in page order."""
        wrong = {problem.path for problem in self.problems}
        for rule in self._filling.form.rules:
            for node in crossed(self._filling, rule):
                if node.path not in wrong:
                    wrong.add(node.path)
                    self.problems.append(Problem(node.path, CROSSED, self._said(rule.message, node)))
        if self._filling.form.rules:
            self.problems.sort(key=lambda problem: self._order.get(problem.path, 0))

    def _judge_repeat(self, question: Question, holder: Holder, *, closed: bool = False) -> None:
        """A repeat where it stands, and all that its items hold; ``closed`` when it stands in one that is read only."""
        place = holder.beside(question.name)
        if place.path not in self._filling.repeats:
            return
        self._order[place.path] = len(self._order)
        items = holder.items(question.name)
        counts = list(self._counts(question, place, len(items)))
        self.problems.extend(counts)
        if items and not counts:
            self._judge_whole(question, place)
        closed = self._is_read_only(question, place) or closed
        if closed:
            self.read_only.add(place.path)
        for item in items:
            self._judge_item(question, item, closed=closed)

    def _judge_item(self, repeat: Question, item: AnswerNode, *, closed: bool) -> None:
        for child in repeat.questions:
            if child.is_repeat and isinstance(item, Holder):
                self._judge_repeat(child, item, closed=closed)
            else:
                self._judge_node(child, item.leaves[child.name])
        if closed:
            self.read_only.update(leaf.path for leaf in item.leaves.values())

    def _judge_whole(self, question: Question, place: AnswerNode) -> None:
        """The rules of a repeat on its items together."""
        refused = self._refused(question, place)
        if refused is not None:
            self.problems.append(refused)
        else:
            self._warn(question, place)

    def _warn(self, question: Question, node: AnswerNode) -> None:
        """What is odd in an acceptable answer."""
        if question.warning is not None and not self._filling.truth(question.warning, node, "warning"):
            self.warnings.append(Problem(node.path, WARNING, self._said(question.warning_message, node)))

    def _is_read_only(self, question: Question, node: AnswerNode) -> bool:
        if question.read_only is False or not self._filling.truth(question.read_only, node, "read_only"):
            return False
        self.read_only.add(node.path)
        return True

    def _counts(self, question: Question, place: AnswerNode, count: int) -> Iterator[Problem]:
        least = least_items(self._filling, question, place)
        if must_answer(self._filling, question, place):
            self.required.add(place.path)
        if count < least:
            yield Problem(place.path, "too_few_items", _at_least(least))
        high = self._bound(question.max, place, "max")
        if not isinstance(high, Decimal):
            return
        self.most[place.path] = max(0, int(high))
        if count > high:
            yield Problem(place.path, "too_many_items", _at_most(self.most[place.path]))

    def _judge_nodes(self, question: Question) -> None:
        for node in self._filling.tree.nodes(question.name):
            self._judge_node(question, node)

    def _judge_node(self, question: Question, node: AnswerNode) -> None:
        self._order[node.path] = len(self._order)
        if not node.relevant or not question.kind.answered:
            return
        self._is_read_only(question, node)
        if question.kind.name == RANK:
            offered = self._filling.offered.get(node.path, question.choices)
            self.most[node.path] = ranks(len(offered), self._bound(question.max, node, "max"))
        must = must_answer(self._filling, question, node)
        if must:
            self.required.add(node.path)
        problem = self._first_problem(question, node, must=must)
        if problem is not None:
            self.problems.append(problem)
        elif not is_blank(value := self._filling.values[node.path]) and not isinstance(value, Declined):
            self._warn(question, node)

    def _first_problem(self, question: Question, node: AnswerNode, *, must: bool) -> Problem | None:
        answer = self._filling.answers.values.get(node.path)
        if isinstance(answer, Unreadable):
            return Problem(node.path, answer.code, answer.message)
        value = self._filling.values[node.path]
        if is_blank(value):
            if question.confirms:
                return self._unconfirmed(question, node) if must else None
            if not is_blank(answer):
                return Problem(node.path, "not_offered", "Cette réponse n’est plus proposée. Choisissez-en une autre.")
            return self._missing(question, node) if must else None
        if isinstance(value, Declined):
            return None
        return (
            self._too_long(question, node, value)
            or lasting_problem(question, node.path, value)
            or self._half_ranked(question, node, value)
            or self._out_of_bounds(question, node, value)
            or self._refused(question, node)
        )

    def _missing(self, question: Question, node: AnswerNode) -> Problem:
        said = self._said(question.required_message, node)
        return Problem(node.path, REQUIRED, said or _ASKS.get(question.kind.name, "Répondez à cette question."))

    def _unconfirmed(self, question: Question, node: AnswerNode) -> Problem:
        said = self._said(question.required_message, node)
        return Problem(node.path, UNCONFIRMED, said or "Cochez cette case pour confirmer, ou corrigez la réponse.")

    def _too_long(self, question: Question, node: AnswerNode, value: Value) -> Problem | None:
        if question.max_length is None or not isinstance(value, str) or len(value) <= question.max_length:
            return None
        over = len(value) - question.max_length
        signs = "caractère" if over == 1 else "caractères"
        message = f"Ce texte dépasse de {over} {signs} la longueur possible ({question.max_length} caractères)."
        return Problem(node.path, "too_long", message)

    def _out_of_bounds(self, question: Question, node: AnswerNode, value: Value) -> Problem | None:
        if question.min is None and question.max is None:
            return None
        low = self._end(question, question.min, node, "min")
        first, last = (value.first, value.last) if isinstance(value, Period) else (value, value)
        if low is not None and _before(first, low):
            said = _MIN_SAID.get(question.kind.name) or _FROM[type(low)]
            return Problem(node.path, "too_small", f"Indiquez {said} {self._shown(question, low)}.")
        high = self._end(question, question.max, node, "max")
        if high is not None and _before(high, last):
            said = _MAX_SAID.get(question.kind.name) or _UP_TO[type(high)]
            return Problem(node.path, "too_big", f"Indiquez {said} {self._shown(question, high)}.")
        return None

    def _half_ranked(self, question: Question, node: AnswerNode, value: Value) -> Problem | None:
        return ranking_problem(node.path, value, self.most[node.path]) if question.kind.name == RANK else None

    def _refused(self, question: Question, node: AnswerNode) -> Problem | None:
        if question.constraint is None or self._filling.truth(question.constraint, node, "constraint"):
            return None
        said = self._said(question.constraint_message, node)
        return Problem(node.path, "constraint", said or "Cette réponse ne convient pas.")

    def _end(self, question: Question, rule: Expression | None, node: AnswerNode, column: str) -> Bound | None:
        """A bound of an answer; of a moment, the minute where the establishment stands; of a month, all of it."""
        if rule is None or question.kind.name not in {MOMENT, *PARTIAL}:
            return self._bound(rule, node, column)
        computed = self._filling.result(rule, node, column)
        if question.kind.name in PARTIAL:
            return first_day_of(question.kind.name, computed)
        return moment_of(computed, self._filling.context.tz, last=column == "max")

    def _bound(self, rule: Expression | None, node: AnswerNode, column: str) -> Bound | None:
        """A bound as a number, a date or an hour; None where there is none, or where it rests on a blank.

        A number is what it is written as: computed in binary, 0,1 is more than itself.
        """
        result = None if rule is None else self._filling.result(rule, node, column)
        if isinstance(result, date):
            return result.date() if isinstance(result, datetime) else result
        if isinstance(result, str):
            return hour_of(result)
        return Decimal(plain_number(result)) if isinstance(result, float) and isfinite(result) else None

    def _shown(self, question: Question, bound: Bound) -> str:
        return " ".join(question.kind.show(bound, question, self._wording))

    def _said(self, text: Text | None, node: AnswerNode) -> str:
        item = node.parent
        return self._wording.say(text) if item is None else self._wording.say(text, item.group, item.key)


_ASKS = {
    "text": "Écrivez une réponse.",
    "email": "Écrivez une adresse électronique.",
    "tel": "Écrivez un numéro de téléphone.",
    "identifier": "Écrivez ce numéro.",
    "integer": "Indiquez un nombre.",
    "decimal": "Indiquez un nombre.",
    "range": "Indiquez un nombre.",
    "date": "Indiquez une date.",
    "date_range": "Indiquez les deux dates.",
    "time": "Indiquez une heure.",
    "datetime": "Indiquez un jour et une heure.",
    "month": "Indiquez un mois et une année.",
    "year": "Indiquez une année.",
    "duration": "Indiquez une durée.",
    "yes_no": "Choisissez une réponse.",
    "consent": "Dites si vous acceptez\u00a0: vous pouvez refuser.",
    "rating": "Choisissez une réponse.",
    "select_one": "Choisissez une réponse.",
    "select_multiple": "Cochez au moins une réponse.",
    "rank": "Classez les réponses.",
    "acknowledge": "Cochez cette case pour continuer.",
    "file": "Ajoutez un fichier.",
}


_FROM: dict[type, str] = {Decimal: "au moins", date: "une date à partir du", str: "une heure à partir de"}
_MIN_SAID = {
    "datetime": "un moment à partir du", "month": "un mois, au plus tôt", "year": "une année, au plus tôt",
    "duration": "au moins",
}  # fmt: skip
_MAX_SAID = {
    "datetime": "un moment jusqu’au", "month": "un mois, au plus tard", "year": "une année, au plus tard",
    "duration": "au plus",
}  # fmt: skip
_UP_TO: dict[type, str] = {Decimal: "au plus", date: "une date jusqu’au", str: "une heure jusqu’à"}


def _at_least(count: int) -> str:
    return "Ajoutez au moins un élément." if count == 1 else f"Ajoutez au moins {count} éléments."


def _at_most(count: int) -> str:
    return (
        f"Gardez {count} éléments au plus." if count > 1 else "Gardez un élément au plus." if count else "Retirez tout."
    )


def _before(one: object, other: object) -> bool:
    """Whether one value comes before another of the same sort; values of different sorts never do."""
    if isinstance(one, date) and isinstance(other, date):
        return one < other
    if isinstance(one, str) and isinstance(other, str):
        return one < other  # hours, as they are kept
    if isinstance(one, (int, Decimal)) and isinstance(other, (int, Decimal)):
        return one < other
    return False
