"""The blocks of a section as one reader has them said: presented once for as long as the form filled is the same.

An autosave presents what it found and what it left: the first is what the one before had left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from questionnaire.filling import FilledForm, Problem
from questionnaire.spec.model import Section
from questionnaire.web.presenting.manner import Manner, said
from questionnaire.web.presenting.questions import Block, SectionPresenter

REMEMBERED = 128
"""Sections kept per process, with the forms that they are of: two for each draft that somebody is in."""


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """All that the blocks depend on. The form filled is known by identity: equal ones are the same object."""

    filled: FilledForm
    section: Section
    problems: tuple[Problem, ...]
    opened: str | None
    manner: Manner

    def __hash__(self) -> int:
        return hash((id(self.filled), self.section.name, self.opened, self.manner.easy))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Asked)
            and self.filled is other.filled
            and self.section.name == other.section.name
            and self.problems == other.problems
            and self.opened == other.opened
            and self.manner.easy == other.manner.easy
            and self.manner.lexicon is other.manner.lexicon
        )


def blocks_of(
    filled: FilledForm, section: Section, problems: Mapping[str, Problem], opened: str | None, manner: Manner
) -> tuple[Block, ...]:
    """The blocks of a section: ``problems`` are those to show, by path; ``opened`` the path of the item laid open."""
    return _presented(_Asked(filled, section, tuple(problems.values()), opened, manner))


@lru_cache(REMEMBERED)
def _presented(asked: _Asked) -> tuple[Block, ...]:
    problems = {problem.path: problem for problem in asked.problems}
    presenter = SectionPresenter(asked.filled, problems, asked.opened)
    return said(asked.filled, presenter.blocks(asked.section), asked.manner)
