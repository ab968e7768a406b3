"""A form filled to its end with made-up answers: those that are wished for, then whatever is still asked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from questionnaire.filling.answers import Answers
from questionnaire.filling.context import Context
from questionnaire.filling.fill import fill
from questionnaire.filling.filled import FilledForm, Place
from questionnaire.filling.paths import item_path, question_name
from questionnaire.filling.problems import REQUIRED, Problem
from questionnaire.filling.samples.candidates import candidate
from questionnaire.filling.samples.literals import Literal
from questionnaire.filling.samples.wishing import ANY, BLANK, Wish
from questionnaire.spec.model import Form, Question
from questionnaire.spec.values import Answer, Unreadable

ROUNDS = 60
"""Times that the rules are applied before giving up: an answer may open questions, or spoil another."""

TRIES = 12
"""Answers drawn for one place before giving up on it."""

MOST_ITEMS = 40


@dataclass(slots=True)
class Completion:
    """One form on its way to its end. ``eager`` (from 0 to 1) is how often an optional question is answered."""

    form: Form
    context: Context
    literals: Mapping[str, tuple[Literal, ...]]
    random: Random
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    eager: float = 0.5
    values: dict[str, Answer] = field(default_factory=dict)
    items: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _left: set[str] = field(default_factory=set)
    _tries: Counter[str] = field(default_factory=Counter)

    def run(self) -> FilledForm | None:
        """The filled form, without any problem; None where none was found. Raises RuleFailed."""
        for _ in range(ROUNDS):
            filled = fill(self.form, Answers(self.values, self.items), self.context)
            if self._answer(filled):
                continue
            if not filled.problems:
                return filled
            mended = [self._mend(filled, problem) for problem in filled.problems]
            if not all(mended):
                return None
        return None

    def _answer(self, filled: FilledForm) -> bool:
        """Answer, or leave, what is asked and was not yet decided; whether there was any."""
        pending = [place for section in filled.sections() for place in filled.places(section) if self._is_open(place)]
        free = [place for place in pending if not _is_bound(place.question)]
        for place in free or pending[:1]:
            if place.question.is_repeat:
                self._size(place)
            elif self._is_answered(filled, place):
                self._put(filled, place)
            else:
                self._left.add(place.path)
        return bool(pending)

    def _is_open(self, place: Place) -> bool:
        question, path = place.question, place.path
        if question.is_repeat:
            return not question.each and path not in self.items
        return question.kind.answered and path not in self.values and path not in self._left

    def _size(self, repeat: Place) -> None:
        wish = self.wishes.get(repeat.question.name)
        count = self.random.choice((1, 2)) if self.random.random() < self.eager else 0
        if isinstance(wish, float):
            count = int(wish)
        self.items[repeat.path] = tuple(f"k{rank}" for rank in range(1, min(count, MOST_ITEMS) + 1))

    def _is_answered(self, filled: FilledForm, place: Place) -> bool:
        wish = self.wishes.get(place.question.name)
        if wish is not None:
            return wish != BLANK or place.path in filled.required
        if place.path in filled.required:
            return filled.values.get(place.path) is None or self.random.random() < self.eager
        if place.question.read_only is not False and not place.question.prefill:
            return False
        return self.random.random() < self.eager

    def _put(self, filled: FilledForm, place: Place) -> None:
        """The answer wished for at first, then any: what was refused is not tried again."""
        question, path = place.question, place.path
        wish = self.wishes.get(question.name)
        typed = None if wish in (None, ANY, BLANK) or self._tries[path] else _typed(wish)
        answer = _read(question, candidate(filled, place, self.literals, self.random) if typed is None else typed)
        self._tries[path] += 1
        if isinstance(answer, Unreadable) or answer is None:
            self._left.add(path)
        else:
            self.values[path] = answer

    def _mend(self, filled: FilledForm, problem: Problem) -> bool:
        """Answer otherwise what a problem is about; whether something else may still be tried."""
        path = problem.path
        self._tries[f"!{path}"] += 1
        if self._tries[f"!{path}"] > TRIES:
            return self._give_up(problem)
        if self.form.questions[question_name(path)].is_repeat:
            self._resize(problem)
        else:
            place = next(each for section in filled.sections() for each in filled.places(section) if each.path == path)
            self._left.discard(path)
            self._put(filled, place)
        return True

    def _give_up(self, problem: Problem) -> bool:
        """Leave an optional answer that none is good for."""
        if problem.code == REQUIRED or problem.path not in self.values:
            return False
        del self.values[problem.path]
        self._left.add(problem.path)
        return True

    def _resize(self, problem: Problem) -> None:
        place = problem.path
        keys = self.items.get(place, ())
        if problem.code == "too_many_items":
            self.items[place] = keys[:-1]
        elif problem.code in {"too_few_items", REQUIRED}:
            self.items[place] = (*keys, f"k{len(keys) + 1}")
        else:  # a rule on the items together: others are drawn
            inside = [path for path in self.values if path.startswith(item_path(place, "").removesuffix("]"))]
            for path in inside:
                del self.values[path]
                self._tries[path] += 1
            self._left -= set(inside)


def _is_bound(question: Question) -> bool:
    """Whether its options depend on other answers: these come first."""
    return question.source is not None or question.choice_filter is not None


def _typed(wish: Wish | None) -> str:
    if isinstance(wish, float):
        return f"{wish:.15g}"
    return wish or ""


def _read(question: Question, typed: str) -> Answer:
    """The answer that a text is, as an answers file gives it."""
    return question.kind.from_json(typed, question)
