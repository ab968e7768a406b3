"""The mean of what was answered: exact, and absent when too few answered."""

from collections.abc import Iterable
from fractions import Fraction

Rating = int | None
"""One estimate on the scale of its question; None when declined or not answered, which is never 0."""

Score = Fraction | None
"""An exact result, rounded only where it is shown; None where it is not calculated."""


def mean(values: Iterable[Rating | Fraction], minimum: int = 1) -> Score:
    """The mean of the values that are there, if at least ``minimum`` (1 or more) of them are."""
    there = [Fraction(value) for value in values if value is not None]
    return sum(there, Fraction()) / len(there) if len(there) >= minimum else None
