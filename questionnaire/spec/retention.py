"""How long the documents of a form are kept: while they serve, then in the intermediate archive."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from questionnaire.spec.texts import Text

_PERIOD = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?")
_LAST_YEAR = 9999


class Start(StrEnum):
    """From when a document stops to serve: ``END`` of its project or of itself, ``FREEZE``, or an ``ANSWER``."""

    END = "end"
    FREEZE = "freeze"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as calendars count: whole years, months and days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """The day that is this long after another; the last of its month where that has no such day."""
        months = day.year * 12 + day.month - 1 + self.years * 12 + self.months
        year, month = divmod(months, 12)
        if year > _LAST_YEAR:
            return date.max
        start = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return start + timedelta(days=min(self.days, (date.max - start).days))

    def __str__(self) -> str:
        """ISO 8601, as it is written in forms."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)


def read_period(text: str) -> Period | None:
    """``P1Y6M`` as a period (ISO 8601, years, months and days); None where it is none, or nothing."""
    found = _PERIOD.fullmatch(text)
    numbers = tuple(int(number or 0) for number in found.groups()) if found else ()
    return Period(*numbers) if any(numbers) else None


@dataclass(frozen=True, slots=True)
class Retention:
    """A document serves until ``active`` after ``start`` (``answer`` names a question), and is kept ``archive`` more.

    ``then`` is what becomes of it: ``decision`` of the archivist, ``elimination`` or ``transfer``, both proposed to
    them; ``reason`` is the law or the rule that asks for it.
    """

    start: Start
    active: Period
    archive: Period
    reason: Text
    then: str = "decision"
    answer: str = ""
