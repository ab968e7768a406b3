"""Dates of which only the month, or the year, is asked."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from questionnaire.spec.kinds.base import Atom, Labels
from questionnaire.spec.kinds.days import MONTHS, read_day
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer, Json, Unreadable, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

FIRST_YEAR = 1000

_YEAR = re.compile(r"[0-9]{4}")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})(?: ?[/.-] ?| )([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_IN_WORDS = re.compile(r"([a-z]+)[. ]+([0-9]{4})")
_SHORTEST = 3
"""Letters that tell a month from the others, but June from July."""


class PartialDateKind(SingleKind):
    """A date as far as it is asked, held as its first day; a whole date typed is taken as far as that."""

    unread: str
    """Code of the refusal of what is no such date."""

    def read_one(self, text: str, question: "Question") -> Answer:
        line = on_one_line(text)
        found = self.first_day(line)
        if found is None:
            whole = read_day(line)
            found = None if isinstance(whole, Unreadable) else self.floor(whole)
        return refused(line, self.unread) if found is None else found

    def first_day(self, text: str) -> date | None:
        """The first day of the month or of the year in ``text``; None where there is none."""
        raise NotImplementedError

    def floor(self, day: date) -> date:
        """The first day of the month or of the year in which a day is."""
        raise NotImplementedError

    def write(self, value: Value) -> Json:
        return self._iso(value) if isinstance(value, date) else None

    def typed(self, value: Value) -> str:
        raise NotImplementedError

    def _iso(self, day: date) -> str:
        raise NotImplementedError

    def atom(self, value: Value) -> Atom:
        return value if isinstance(value, date) else ""


class MonthKind(PartialDateKind):
    """A month of a year: ``03/2026`` or « mars 2026 » for people, ``2026-03`` in files."""

    name = "month"
    control = "month"
    unread = "not_a_month"

    def first_day(self, text: str) -> date | None:
        if found := _MONTH_FIRST.fullmatch(text):
            month, year = int(found[1]), int(found[2])
        elif found := _YEAR_FIRST.fullmatch(text):
            year, month = int(found[1]), int(found[2])
        elif found := _IN_WORDS.fullmatch(_bare(text)):
            month, year = _month_called(found[1]), int(found[2])
        else:
            return None
        return date(year, month, 1) if 1 <= month <= len(MONTHS) and year >= FIRST_YEAR else None

    def floor(self, day: date) -> date:
        return date(day.year, day.month, 1)

    def typed(self, value: Value) -> str:
        return f"{value.month:02}/{value.year:04}" if isinstance(value, date) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return (f"{MONTHS[value.month - 1]} {value.year}",) if isinstance(value, date) else ()

    def _iso(self, day: date) -> str:
        return f"{day.year:04}-{day.month:02}"


class YearKind(PartialDateKind):
    """A year, of four digits."""

    name = "year"
    control = "year"
    unread = "not_a_year"

    def first_day(self, text: str) -> date | None:
        return date(int(text), 1, 1) if _YEAR.fullmatch(text) and int(text) >= FIRST_YEAR else None

    def floor(self, day: date) -> date:
        return date(day.year, 1, 1)

    def typed(self, value: Value) -> str:
        return f"{value.year:04}" if isinstance(value, date) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return (self.typed(value),) if isinstance(value, date) else ()

    def _iso(self, day: date) -> str:
        return f"{day.year:04}"


def first_day_of(kind: str, computed: object) -> date | None:
    """The first day of the month or year in which a rule says that an answer begins or ends; None for no date."""
    day = computed.date() if isinstance(computed, datetime) else computed
    known = PARTIAL.get(kind)
    return known.floor(day) if known is not None and isinstance(day, date) else None


PARTIAL = {"month": MonthKind(), "year": YearKind()}
"""The kinds of this module, by name."""


def _bare(text: str) -> str:
    """In small letters without accents."""
    return "".join(sign for sign in normalize("NFKD", text.lower()) if not combining(sign))


def _month_called(word: str) -> int:
    """The number of the month that begins with ``word``, 0 for none, or for several."""
    found = [number for number, name in enumerate(MONTHS, start=1) if _bare(name).startswith(word)]
    return found[0] if len(found) == 1 and len(word) >= _SHORTEST else 0
