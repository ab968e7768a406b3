"""What one side says: its value for each criterion and each sector, from the ratings of its members."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaire.results.means import Rating, Score, mean

Ratings = Mapping[str, Rating]
"""What one rater answered, by criterion; a criterion left out was not answered."""

_DIVIDED_RATERS, _DIVIDED_RANGE = 3, 3


@dataclass(frozen=True, slots=True)
class Sector:
    """Criteria read together. Fewer than ``minimum`` answers of one rater give no score of that rater."""

    name: str
    criteria: tuple[str, ...]
    minimum: int


@dataclass(frozen=True, slots=True)
class Spread:
    """What the members of a side said of one criterion; only ``answers`` is there when nobody answered."""

    mean: Score
    low: Rating
    high: Rating
    answers: int

    @property
    def divided(self) -> bool:
        """« Avis très partagés »: at least three answers, three levels or more between the lowest and the highest."""
        if self.low is None or self.high is None:
            return False
        return self.answers >= _DIVIDED_RATERS and self.high - self.low >= _DIVIDED_RANGE


@dataclass(frozen=True, slots=True)
class SectorScore:
    """The score of a side in one sector, and how many of its raters it counts."""

    score: Score
    raters: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a side of ``raters`` members says, by name of criterion and of sector, in the order of the sectors."""

    raters: int
    criteria: Mapping[str, Spread]
    sectors: Mapping[str, SectorScore]


def sector_score(ratings: Ratings, sector: Sector) -> Score:
    """The score of one rater in one sector."""
    return mean(map(ratings.get, sector.criteria), sector.minimum)


def profile_of(raters: Sequence[Ratings], sectors: Iterable[Sector]) -> Profile:
    """The profile of a side; one rater alone, or the joint rating of a group, is a side of one.

    A sector counts the mean of its raters' own scores, not the mean of its criteria: where answers are missing
    the two differ.
    """
    known = tuple(sectors)
    return Profile(
        len(raters),
        {name: _spread([ratings.get(name) for ratings in raters]) for sector in known for name in sector.criteria},
        {sector.name: _score([sector_score(ratings, sector) for ratings in raters]) for sector in known},
    )


def overall(profile: Profile) -> Score:
    """Every sector counting the same; exists only if each of them has a score. It hides the profile: seldom shown."""
    scores = [sector.score for sector in profile.sectors.values()]
    return mean(scores, max(len(scores), 1))


def _spread(values: Sequence[Rating]) -> Spread:
    there = [value for value in values if value is not None]
    return Spread(mean(there), min(there, default=None), max(there, default=None), len(there))


def _score(scores: Sequence[Fraction | None]) -> SectorScore:
    return SectorScore(mean(scores), sum(score is not None for score in scores))
