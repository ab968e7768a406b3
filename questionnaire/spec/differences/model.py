"""What changed from one version of a form to another, as typed results."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from questionnaire.spec.model import Form


class Subject(StrEnum):
    """What a difference is about."""

    FORM = "form"
    SECTION = "section"
    QUESTION = "question"
    LIST = "list"
    RULE = "rule"
    SCORE = "score"
    CHART = "chart"
    PARTY = "party"
    STAGE = "stage"
    STEP = "step"
    COLUMN = "column"
    ALERT = "alert"


class Fate(StrEnum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One aspect: what it was, what it is, in words; None where there was none, or is none any more.

    ``aspect`` is the key that authors write, or ``place`` and ``order``; of a list, ``about`` tells which option.
    """

    aspect: str
    before: str | None
    after: str | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing added, removed or changed. ``name`` is ``membre.m_nom`` for a question asked of each item.

    ``within`` is the title of the section where a question stands, or stood; a list is called by its questions.
    """

    subject: Subject
    fate: Fate
    name: str
    label: str
    changes: tuple[Change, ...] = ()
    within: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and all their differences, in the order of the pages; what was removed stands where it was."""

    before: Form
    after: Form
    differences: tuple[Difference, ...]

    def of(self, subject: Subject) -> Iterator[Difference]:
        """The differences about one sort of things."""
        return (each for each in self.differences if each.subject is subject)
