"""The page of a section as one person sees it: made once for as long as nothing that it says changes."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache

from questionnaire.filling import FilledForm
from questionnaire.journeys.teamwork.overview import Shared
from questionnaire.spec.model import Section
from questionnaire.web.presenting.sections import Look, section_view
from questionnaire.web.presenting.shared_sections import shared_section
from questionnaire.web.same import Same
from questionnaire.web.screens import SectionView

REMEMBERED = 128
"""Pages kept per process, as many as there are sections presented."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page asked for; ``key`` is all that it depends on. Forms filled alike are the same object."""

    key: tuple[Hashable, ...]
    revision: str
    shared: Shared = field(compare=False)
    filled: FilledForm = field(compare=False)
    section: Section = field(compare=False)
    look: Look = field(compare=False)


def section_page(shared: Shared, filled: FilledForm, section: Section, revision: str, look: Look) -> SectionView:
    """The page of a section of a draft, drawn from a revision; the same object as long as it is the same page."""
    return _made(_Asked(_key(shared, filled, section, look), revision, shared, filled, section, look))


def _key(shared: Shared, filled: FilledForm, section: Section, look: Look) -> tuple[Hashable, ...]:
    draft, marks, manner = shared.opened.draft, shared.marks, look.manner
    return (
        Same(filled),
        section.name,
        draft.revision,
        draft.finalised_at,
        shared.fills(section.base),
        tuple(marks.given.items()),
        tuple(marks.threads.items()),
        tuple(look.problems.values()),
        (look.item, look.summary, look.notice, look.author, look.sought),
        (manner.easy, Same(manner.lexicon)),
    )


@lru_cache(REMEMBERED)
def _made(asked: _Asked) -> SectionView:
    view = section_view(asked.shared.opened, asked.filled, asked.section, asked.revision, asked.look)
    return shared_section(asked.shared, asked.filled, asked.section, view)
