"""A filled form: a form and its answers at one moment, with everything the rules say of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from questionnaire.expressions import Atom, Expression
from questionnaire.filling.answers import Answers
from questionnaire.filling.chance import mixed
from questionnaire.filling.context import Context
from questionnaire.filling.paths import leaf_path
from questionnaire.filling.problems import Problem
from questionnaire.filling.progress import Progress, progress
from questionnaire.filling.remaining import Remaining
from questionnaire.filling.veil import NO_VEIL, Veil
from questionnaire.filling.wording import Wording
from questionnaire.spec.model import Choice, Form, Question, Section
from questionnaire.spec.parties import CircuitStep
from questionnaire.spec.values import Answer, Value

if TYPE_CHECKING:  # the engine makes filled forms, and decisions ask the engine
    from questionnaire.filling.deciding import Decisions

MOST_ITEMS = 200
"""Items that a repeat may hold, whatever its form says."""


@dataclass(frozen=True, slots=True)
class Place:
    """A question where it stands: ``path`` in the form, ``key`` of the item that holds it, if any."""

    question: Question
    path: str
    key: str | None = None

    @property
    def group(self) -> str | None:
        """The place of the repeat whose item holds it."""
        return None if self.key is None else self.path.rpartition("[")[0]

    def inside(self, key: str) -> Iterator["Place"]:
        """The questions of one item of a repeat that stands here."""
        return (Place(child, leaf_path(self.path, key, child.name), key) for child in self.question.questions)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What ``fill`` returns.

    ``values`` holds, by path, the value that counts: blank where the question is hidden or the answer unreadable.
    ``relevant`` and ``required`` hold paths (names of sections too, in ``relevant``); ``offered`` the options left by
    a choice filter, or those of a list that the form does not write (see ``choices``); ``circuit`` the steps of
    signature that these answers call for; ``most`` how many items a
    bounded repeat may hold, how many answers an order has; ``problems`` and
    ``warnings`` are in page order. ``drawn`` are values computed for the first time that are to be kept with
    the answers. What the ``veil`` hides from the reader is nowhere else.
    """

    form: Form
    answers: Answers
    context: Context
    values: Mapping[str, Value]
    relevant: frozenset[str]
    required: frozenset[str]
    read_only: frozenset[str]
    offered: Mapping[str, tuple[Choice, ...]]
    most: Mapping[str, int]
    problems: tuple[Problem, ...]
    wording: Wording
    circuit: tuple[CircuitStep, ...] = ()
    warnings: tuple[Problem, ...] = ()
    veil: Veil = NO_VEIL
    drawn: Mapping[str, Value] = field(default_factory=dict)
    decisions: "Decisions | None" = field(default=None, repr=False, compare=False)
    _progress: list[Progress] = field(default_factory=list, init=False, repr=False, compare=False)

    def is_relevant(self, path: str) -> bool:
        """Whether the question, item or section at ``path`` is asked."""
        return path in self.relevant

    @property
    def progress(self) -> Progress:
        """How far the form is; computed when first asked."""
        if not self._progress:
            self._progress.append(progress(self))
        return self._progress[0]

    @property
    def remaining(self) -> Remaining:
        """How many required answers are left, at least and at most."""
        if self.decisions is None:
            return Remaining(self.progress.missing, self.progress.missing)
        return self.decisions.remaining(self.veil.hides)

    def deciding(self, path: str) -> tuple[str, ...]:
        """The paths of the answers because of which a question, a repeat or a section is asked, in the form's order.

        None of what asks for it without condition, nor of what the reader may not see.
        """
        found = self.decisions.of(path) if self.decisions is not None else ()
        return tuple(each for each in found if not self.veil.hides(each))

    def reckon(self, rule: Expression, name: str) -> Atom:
        """What a rule of the form gives that is no question's, such as a column of the register; raises RuleFailed."""
        if self.decisions is None:
            raise ValueError("only what was filled can be reckoned with")
        return self.decisions.result(rule, name)

    def keys(self, group: str) -> tuple[str, ...]:
        """The items of the repeat at a place, in order."""
        return self.answers.keys(group)

    def paths(self, question: Question) -> tuple[str, ...]:
        """Every path at which a question stands, asked or not, in page order."""
        found: tuple[str, ...] = ("",)
        for group in self.form.around(question):
            found = tuple(f"{at}{group}[{key}]." for at in found for key in self.keys(at + group))
        return tuple(at + question.name for at in found)

    def answer(self, path: str) -> Answer:
        """What the control at ``path`` should show: what was typed, readable or not, else the value computed."""
        return self.answers.values[path] if path in self.answers.values else self.values.get(path)

    def choices(self, place: Place) -> tuple[Choice, ...]:
        """The options offered at that place."""
        called = self.wording.called(place.question, self.offered.get(place.path, place.question.choices))
        return mixed(called, self.context.seed, place.question.name) if place.question.shuffle else called

    def sections(self) -> Iterator[Section]:
        """The sections on the path, in order."""
        return (section for section in self.form.sections if section.name in self.relevant)

    def places(self, section: Section) -> Iterator[Place]:
        """Every question asked in a section, in page order; a repeat comes before the questions of its items."""
        for question in section.questions:
            if question.name in self.relevant:
                yield (place := Place(question, question.name))
                yield from self.item_places(place)

    def can_add(self, group: str) -> bool:
        """Whether the repeat at a place may take one more item."""
        return len(self.keys(group)) < min(self.most.get(group, MOST_ITEMS), MOST_ITEMS)

    def item_places(self, place: Place) -> Iterator[Place]:
        """The questions asked in every item of a repeat, those of the repeats inside included (of a question: none)."""
        for key in self.keys(place.path) if place.question.is_repeat else ():
            for inside in place.inside(key):
                if inside.path in self.relevant:
                    yield inside
                    yield from self.item_places(inside)
