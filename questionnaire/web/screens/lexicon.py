"""The page of the words of partnership."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A term, what it means, and where that is from; ``id`` is its anchor."""

    id: str
    term: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class LexiconView:
    """Every term, by alphabet."""

    title: str
    lead: str
    entries: tuple[LexiconEntry, ...]
