"""The blocks of a section as one reader has them said: presented once for as long as the form filled is the same.

An autosave presents what it found and what it left: the first is what the one before had left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from questionnaire.filling import FilledForm, Problem
from questionnaire.spec import Lexicon
from questionnaire.spec.model import Section
from questionnaire.web.presenting.manner import Manner, said
from questionnaire.web.presenting.questions import Block, SectionPresenter
from questionnaire.web.same import Same

REMEMBERED = 128
"""Sections kept per process, with the forms that they are of: two for each draft that somebody is in."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that the blocks depend on. Forms filled alike are the same object."""

    filled: Same[FilledForm]
    section: Same[Section]
    problems: tuple[Problem, ...]
    opened: str | None
    easy: bool
    sought: tuple[tuple[str, str], ...]
    lexicon: Same[Lexicon | None]


def blocks_of(
    filled: FilledForm,
    section: Section,
    problems: Mapping[str, Problem],
    opened: str | None,
    manner: Manner,
    sought: tuple[tuple[str, str], ...] = (),
) -> tuple[Block, ...]:
    """The blocks of a section: ``problems`` are those to show, by path; ``opened`` the path of the item laid open.

    ``sought`` are paths of long lists, each with the words searched for.
    """
    shown = tuple(problems.values())
    return _presented(_Asked(Same(filled), Same(section), shown, opened, manner.easy, sought, Same(manner.lexicon)))


@lru_cache(REMEMBERED)
def _presented(asked: _Asked) -> tuple[Block, ...]:
    filled = asked.filled.value
    problems = {problem.path: problem for problem in asked.problems}
    presenter = SectionPresenter(filled, problems, asked.opened, dict(asked.sought))
    section, manner = asked.section.value, Manner(asked.easy, asked.lexicon.value)
    return said(filled, section, presenter.blocks(section), manner)
