"""Scores and gaps as people read them: rounded half up, with a comma, only when they are shown."""

from fractions import Fraction
from math import floor

from questionnaire.results import Score

NOT_SAID = "–"
_MINUS = "\u2212"


def shown(score: Score) -> str:
    """A score with one decimal."""
    return NOT_SAID if score is None else _rounded(score)


def shown_rating(score: Score) -> str:
    """A level alone where it is exactly one, a mean with one decimal."""
    return NOT_SAID if score is None else _plain(score)


def shown_gap(gap: Fraction, *, levels: bool) -> str:
    """With its sign; ``levels`` for a gap between ratings, which is a number of levels where it is whole."""
    figure = _plain(abs(gap)) if levels else _rounded(abs(gap))
    if figure.strip("0,") == "":
        return figure
    return ("+" if gap > 0 else _MINUS) + figure


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else _rounded(value)


def _rounded(value: Fraction) -> str:
    tenths = floor(value * 10 + Fraction(1, 2))
    return f"{tenths // 10},{tenths % 10}"
