"""Reading thresholds: the words for an exact score, and for a gap whichever its direction."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeVar


class HasEdge(Protocol):
    """Anything that ends before a value."""

    @property
    def below(self) -> Fraction | None:
        """The upper edge, excluded; None has none."""


Edged = TypeVar("Edged", bound=HasEdge)


@dataclass(frozen=True, slots=True)
class Band:
    """Values from the edge of the previous band, included, to ``below``, excluded; None has no upper edge."""

    name: str
    wording: str
    below: Fraction | None = None


GAPS = (
    Band("close", "estimations proches", Fraction(1)),
    Band("watch", "écart à regarder", Fraction(2)),
    Band("discuss", "écart à discuter en priorité"),
)
"""How much a gap, without its sign, asks to be spoken about."""


def band_of(value: Fraction, bands: Sequence[Edged]) -> Edged:
    """The band of an exact value, never rounded before; the last band has no edge."""
    return next(band for band in bands if band.below is None or value < band.below)


def gap_band(value: Fraction) -> Band:
    """The band of a gap, positive or negative."""
    return band_of(abs(value), GAPS)
