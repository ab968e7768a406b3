"""Scores and charts as compiled: which ratings are read together, in which words, in which picture."""

from dataclasses import dataclass
from fractions import Fraction

from questionnaire.spec.texts import Text

LONGEST_LINE = 14
"""Characters on one line of a short name around a wheel: more would leave the frame."""
LONGEST_TITLE = 18
"""Characters of the name of a quarter: more would meet the names beside."""
QUARTERS = 4
HIGHEST = 4
"""The level of the outer ring of a wheel; 0 is in the middle."""
USERS = "usager"
"""What the question named by ``side`` answers where a user speaks; anything else is a professional."""


@dataclass(frozen=True, slots=True)
class Sector:
    """Ratings read together, by names of questions; fewer than ``minimum`` answers give no score."""

    name: str
    label: Text
    criteria: tuple[str, ...]
    minimum: int


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from the edge of the previous band, included, to ``below``, excluded; None has no upper edge."""

    label: Text
    below: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """The sectors in order; ``overall`` where their own mean is shown too, each counting the same."""

    title: Text
    sectors: tuple[Sector, ...]
    bands: tuple[Band, ...] = ()
    overall: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """The question ``name`` around a wheel, where two short lines call it."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """A sector as a quarter of a wheel; its criteria from top to bottom."""

    sector: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A wheel: ``title`` heads it, ``subject`` is what was rated, ``label`` whose marks they are.

    ``side`` names the question that tells which side speaks. The quarters stand clockwise from the top left.
    """

    name: str
    title: Text
    label: Text
    quarters: tuple[Quarter, ...]
    subject: Text | None = None
    side: str = ""
    caption: Text | None = None

    @property
    def criteria(self) -> tuple[str, ...]:
        """The names of its questions."""
        return tuple(criterion.name for quarter in self.quarters for criterion in quarter.criteria)


def two_lines(short: str) -> tuple[str, ...] | None:
    """A short name on one line, or on two of which neither is too long; None where it does not fit."""
    cuts = [(short[:place], short[place + 1 :]) for place, letter in enumerate(short) if letter == " "]
    best = (short,) if len(short) <= LONGEST_LINE else min(cuts, key=lambda cut: max(map(len, cut)), default=(short,))
    return best if max(map(len, best)) <= LONGEST_LINE else None
