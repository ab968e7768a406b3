"""Merging two records of one person: finding the other one, both side by side, what moves and what stays."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import Link, Notice


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A record that may be of the same person: the way to the comparison, and why."""

    link: Link
    words: str


@dataclass(frozen=True, slots=True)
class CandidatesView:
    """Which record to merge with: ``likely`` ones, then those ``found`` by ``words``; ``none`` says that no one is."""

    title: str
    lead: str
    url: str
    words: str
    likely: tuple[CandidateRow, ...]
    found: tuple[CandidateRow, ...]
    none: str
    back: Link
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of the comparison: what the kept record says, and what the other one does."""

    label: str
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class PickView:
    """A choice between what the two records say; ``options``: value, words, whether it is chosen."""

    name: str
    legend: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class MergerView:
    """Both records, and what merging does. ``refusals`` stand in the way: then nothing can be posted.

    ``other_id`` and ``digest`` are posted to ``url`` with the picks; ``swap`` keeps the other record instead.
    """

    title: str
    lead: str
    url: str
    other_id: str
    digest: str
    refusals: tuple[str, ...]
    rows: tuple[Compared, ...]
    picks: tuple[PickView, ...]
    moves: tuple[Fact, ...]
    teams: tuple[str, ...]
    stays: tuple[Fact, ...]
    goes: tuple[str, ...]
    label: str
    swap: Link | None
    back: Link
    notice: Notice | None = None
