"""Dates as people in France write and read them."""

import re
from datetime import date, datetime

from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.values import Period, Unreadable

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

_DAY_FIRST = re.compile(r"([0-9]{1,2})(?: ?[/.-] ?| )([0-9]{1,2})(?: ?[/.-] ?| )([0-9]{1,4})")
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?P<hour>T[0-9:.]+[+-][0-9]{2}:[0-9]{2})?")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def read_day(text: str) -> date | Unreadable:
    """The date in ``text``: day, month and year of four digits, or the ISO form."""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    else:
        return refused(text, "not_a_date")
    if int(year) < 1000:  # noqa: PLR2004  # fewer than four digits, or zeros before them
        return refused(text, "short_year")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return refused(text, "impossible_date", day=f"{int(day):02}/{int(month):02}/{year}")


def day_text(day: date) -> str:
    """A date as ``03/02/2026``."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def period_text(period: Period) -> str:
    """« du 1er mars au 12 avril 2026 »: the month and the year of the first day only where they are its own."""
    first, last = period.first, period.last
    if first == last:
        return f"le {_said(last)}"
    said = _said(first)
    if first.year == last.year:
        said = _rank(first) if first.month == last.month else f"{_rank(first)}\u00a0{MONTHS[first.month - 1]}"
    return f"du {said} au {_said(last)}"


def _said(day: date) -> str:
    return f"{_rank(day)}\u00a0{MONTHS[day.month - 1]} {day.year}"


def _rank(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def moment_text(moment: date) -> str:
    """``03/02/2026``, and the hour of a moment that has one: ``03/02/2026 à 14:32``."""
    if isinstance(moment, datetime):
        return f"{day_text(moment)} à {moment:%H:%M}"
    return day_text(moment)


def written_moment(text: str) -> date | None:
    """The date, or the moment with its zone, that ``isoformat`` wrote; None for any other text."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        return datetime.fromisoformat(text) if found["hour"] else date.fromisoformat(text)
    except ValueError:
        return None
