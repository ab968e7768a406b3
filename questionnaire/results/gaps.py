"""How far two profiles stand from each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.results.means import Score
from questionnaire.results.profiles import Profile


@dataclass(frozen=True, slots=True)
class Gaps:
    """Differences by name of criterion and of sector; None where one of the two says nothing."""

    criteria: Mapping[str, Score]
    sectors: Mapping[str, Score]


def gap(first: Score, second: Score) -> Score:
    """How much higher the first is."""
    return None if first is None or second is None else first - second


def compare(first: Profile, second: Profile) -> Gaps:
    """``first - second``, both made with the same sectors.

    Professionals minus users is the gap of the barometer; joint minus a side is the movement of that side.
    """
    return Gaps(
        {name: gap(spread.mean, second.criteria[name].mean) for name, spread in first.criteria.items()},
        {name: gap(sector.score, second.sectors[name].score) for name, sector in first.sectors.items()},
    )
