"""A walk through a form: as few made-up answers as show all that can be seen, and what none of them shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from questionnaire.filling.answers import Sheet
from questionnaire.filling.context import Context
from questionnaire.filling.fill import RuleFailed
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.freezing import frozen_sheet
from questionnaire.filling.samples.completing import Completion
from questionnaire.filling.samples.goals import Goal, goals_of, seen
from questionnaire.filling.samples.literals import Literal, literals_of
from questionnaire.filling.samples.wishing import Wishes
from questionnaire.spec.model import Form

FULL, LEAST, PATH = "complet", "minimal", "chemin"
TRIES = 24
"""Fillings tried for one thing to see."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Made-up answers without anything to correct; ``shows`` what no sample before shows."""

    name: str
    sheet: Sheet
    shows: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """The samples, all that there was to see, what none shows, and what rules could not compute on the way."""

    samples: tuple[Sample, ...]
    goals: tuple[Goal, ...]
    missed: tuple[Goal, ...]
    failures: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything was seen."""
        return not self.missed and not self.failures


def walk(form: Form, context: Context, seed: int = 1) -> Walk:
    """Fill a form until all is seen or nothing more is found; of the same arguments, always the same walk."""
    return _Walker(form, context, seed, goals_of(form), literals_of(form)).walk()


def one_sample(form: Form, context: Context, seed: int = 1) -> FilledForm | None:
    """A form with an answer wherever one can stand; None where none without anything to correct is found."""
    walker = _Walker(form, context, seed, (), literals_of(form))
    return walker.full()


@dataclass(slots=True)
class _Walker:
    form: Form
    context: Context
    seed: int
    goals: tuple[Goal, ...]
    literals: Mapping[str, tuple[Literal, ...]]
    samples: list[Sample] = field(default_factory=list)
    met: set[Goal] = field(default_factory=set)
    failures: dict[str, None] = field(default_factory=dict)

    def full(self) -> FilledForm | None:
        """Everything answered that can be."""
        return next(filter(None, (self._filled(f"{FULL} {rank}", eager=1.0) for rank in range(TRIES))), None)

    def walk(self) -> Walk:
        for name, eager in ((FULL, 1.0), (LEAST, 0.0)):
            found = next(filter(None, (self._filled(f"{name} {rank}", eager=eager) for rank in range(TRIES))), None)
            if found is not None:
                self._keep(found, name)
        for goal in self.goals:
            for attempt in range(TRIES):
                if goal in self.met:
                    break
                self._aim(goal, attempt)
        missed = tuple(goal for goal in self.goals if goal not in self.met)
        return Walk(tuple(self.samples), self.goals, missed, tuple(self.failures))

    def _aim(self, goal: Goal, attempt: int) -> None:
        """Fill once so that a goal may be seen; keep what shows anything new."""
        draws = f"{goal} {attempt}"
        wishes = Wishes(self.form, self._random(draws))
        wishes.want(goal)
        filled = self._filled(draws, wishes=wishes, eager=(0.5, 0.0, 1.0)[attempt % 3])
        if filled is not None and seen(filled) - self.met:
            self._keep(filled, f"{PATH}-{len(self.samples) + 1:02}")

    def _filled(self, draws: str, *, eager: float, wishes: Wishes | None = None) -> FilledForm | None:
        answers = wishes.answers if wishes else {}
        try:
            return Completion(self.form, self.context, self.literals, self._random(draws), answers, eager).run()
        except RuleFailed as error:
            self.failures[str(error)] = None
            return None

    def _random(self, draws: str) -> Random:
        return Random(f"{self.form.name} {self.seed} {draws}")  # noqa: S311  # made-up answers, no secret

    def _keep(self, filled: FilledForm, name: str) -> None:
        shows = tuple(goal for goal in self.goals if goal in seen(filled) - self.met)
        self.met.update(shows)
        self.samples.append(Sample(name, frozen_sheet(filled), shows))
