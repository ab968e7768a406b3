"""How far a filled form is: the state of each section, and what is left to answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from questionnaire.filling.problems import Problem, hinders
from questionnaire.spec.model import Section
from questionnaire.spec.values import is_blank

if TYPE_CHECKING:  # a filled form tells its own progress
    from questionnaire.filling.filled import FilledForm


class State(StrEnum):
    """The state of a section, as the list of parts shows it."""

    TODO = "todo"
    PARTIAL = "partial"
    DONE = "done"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """``missing`` counts required answers still blank, ``mistakes`` answers to correct."""

    section: Section
    state: State
    answered: int
    missing: int
    mistakes: int
    optional: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole form: its sections on the path, in order, and their sums."""

    sections: tuple[SectionProgress, ...]

    @property
    def answered(self) -> int:
        """Answers given."""
        return sum(section.answered for section in self.sections)

    @property
    def missing(self) -> int:
        """Required answers still blank."""
        return sum(section.missing for section in self.sections)

    @property
    def mistakes(self) -> int:
        """Answers to correct."""
        return sum(section.mistakes for section in self.sections)


def progress(filled: "FilledForm") -> Progress:
    """Where the form stands."""
    return Progress(tuple(section_progress(filled, section) for section in filled.sections()))


def section_progress(filled: "FilledForm", section: Section) -> SectionProgress:
    """Where one section stands."""
    places = [place for place in filled.places(section) if place.question.kind.answered]
    answered = sum(not is_blank(filled.answers.values.get(place.path)) for place in places)
    problems = section_problems(filled, section)
    mistakes = sum(map(hinders, problems))
    missing = len(problems) - mistakes
    optional = not any(place.path in filled.required for place in places) and not missing
    return SectionProgress(section, _state(answered, missing, mistakes), answered, missing, mistakes, optional)


def _state(answered: int, missing: int, mistakes: int) -> State:
    if mistakes:
        return State.ERROR
    if answered and not missing:
        return State.DONE
    return State.PARTIAL if answered else State.TODO


def section_problems(filled: "FilledForm", section: Section) -> tuple[Problem, ...]:
    """The problems of one section, in page order."""
    questions = {question.name for question in section.questions}
    return tuple(problem for problem in filled.problems if _head(problem.path) in questions)


def _head(path: str) -> str:
    return path.partition("[")[0]
