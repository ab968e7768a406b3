"""How far a filled form is: the state of each section, and what is left to answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from questionnaire.filling.pages import page_name, pages
from questionnaire.filling.paths import leaf_path, stands_in
from questionnaire.filling.problems import Problem, hinders
from questionnaire.spec.model import Question, Section
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
    """Where the form stands, in one pass over its problems."""
    problems: dict[str, list[Problem]] = {}
    for problem in filled.problems:
        problems.setdefault(page_name(filled.form, problem.path), []).append(problem)
    return Progress(tuple(_progress(filled, page, problems.get(page.name, ())) for page in pages(filled)))


def section_progress(filled: "FilledForm", section: Section) -> SectionProgress:
    """Where one section stands."""
    return _progress(filled, section, section_problems(filled, section))


def _progress(filled: "FilledForm", section: Section, problems: Sequence[Problem]) -> SectionProgress:
    given = filled.answers.values
    paths = list(_answerable(filled, section))
    answered = sum(not is_blank(given.get(path)) for path in paths)
    mistakes = sum(map(hinders, problems))
    missing = len(problems) - mistakes
    optional = not missing and filled.required.isdisjoint(paths)
    return SectionProgress(section, _state(answered, missing, mistakes), answered, missing, mistakes, optional)


def _answerable(filled: "FilledForm", section: Section) -> Iterator[str]:
    """The paths asked in a section that people answer themselves."""
    for question in section.questions:
        yield from _answerable_at(filled, question, question.name)


def _answerable_at(filled: "FilledForm", question: Question, path: str) -> Iterator[str]:
    if path not in filled.relevant:
        return
    if question.kind.answered:
        yield path
    for key in filled.keys(path) if question.questions else ():
        for child in question.questions:
            yield from _answerable_at(filled, child, leaf_path(path, key, child.name))


def _state(answered: int, missing: int, mistakes: int) -> State:
    if mistakes:
        return State.ERROR
    if answered and not missing:
        return State.DONE
    return State.PARTIAL if answered else State.TODO


def section_problems(filled: "FilledForm", section: Section) -> tuple[Problem, ...]:
    """The problems of one section, in page order."""
    questions = {question.name for question in section.questions}
    return tuple(problem for problem in filled.problems if stands_in(problem.path, questions))
