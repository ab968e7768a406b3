"""Numbers as people in France write and read them, and as JSON holds them."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from questionnaire.spec.typography import NO_BREAK_SPACE

if TYPE_CHECKING:
    from questionnaire.spec.kinds.base import Labels
    from questionnaire.spec.model import Question

Number = int | float | Decimal

MAX_DIGITS = 15
"""Digits that survive a float: what expressions compute with."""

GREATEST = 1e300
"""Beyond, rounding to those digits could exceed every float."""

_SPACES = re.compile("[\u00a0\u2009\u202f]")
_MINUS = "\u2212"
_FIGURE = re.compile(
    rf"(?P<sign>[-+{_MINUS}]?) ?"
    r"(?=[.,]?[0-9])"
    r"(?P<whole>[0-9]{1,3}(?: [0-9]{3})+|[0-9]*)"
    r"(?:[.,](?P<decimals>[0-9]*))?"
)


def plain_figure(text: str) -> str | None:
    """``text`` as Python writes a number, such as ``-1234.5``; None where it is not clearly a number.

    Comma or point before the decimals, spaces between thousands; other groupings can be read in two ways.
    Zeros that say nothing are left out.
    """
    found = _FIGURE.fullmatch(_SPACES.sub(" ", text))
    if found is None:
        return None
    whole = found["whole"].replace(" ", "").lstrip("0") or "0"
    decimals = (found["decimals"] or "").rstrip("0")
    figure = f"{whole}.{decimals}" if decimals else whole
    return figure if found["sign"] in ("", "+") or figure == "0" else f"-{figure}"


def digits_of(figure: str) -> int:
    """How many digits a plain figure is written with, a leading zero left out."""
    return len(figure.lstrip("-0").replace(".", ""))


def finite(value: object) -> Number | None:
    """``value`` where it is a number that can be written and read again: not NaN, infinite, a truth, anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    return value if -GREATEST <= value <= GREATEST else None


def plain_number(number: Number) -> str:
    """A number as a plain figure. A float counts for its first 15 digits: the rest is noise of computing."""
    exact = Decimal(f"{number:.{MAX_DIGITS}g}") if isinstance(number, float) else Decimal(number)
    text = format(exact, "f")
    figure = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if figure == "-0" else figure


def json_number(number: Number) -> int | float:
    """A finite number as JSON: an int where it is whole."""
    exact = Decimal(plain_number(number))
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def typed_number(number: Number) -> str:
    """A number as typed again: ``-1234,5``."""
    return plain_number(number).replace(".", ",")


def shown_number(number: Number, question: "Question", labels: "Labels") -> str:
    """A number as ``−1 234,5 km``: as ``grouped``, the question's unit behind."""
    unit = labels.say(question.unit)
    return grouped(number) + (NO_BREAK_SPACE + unit if unit else "")


def grouped(number: Number) -> str:
    """A number as ``−1 234,5``: thousands apart, no space that breaks."""
    plain = plain_number(number)
    whole, _, decimals = plain.lstrip("-").partition(".")
    figure = f"{int(whole):,}".replace(",", NO_BREAK_SPACE) + (f",{decimals}" if decimals else "")
    return (_MINUS if plain.startswith("-") else "") + figure
