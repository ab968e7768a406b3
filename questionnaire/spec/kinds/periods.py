"""Two days and all those between them, asked as one question."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Kind, Labels
from questionnaire.spec.kinds.days import day_text, period_text, read_day
from questionnaire.spec.kinds.refusals import SEVERAL_VALUES, refused
from questionnaire.spec.kinds.strings import cleaned, on_one_line
from questionnaire.spec.values import Answer, Json, Period, Unreadable, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

BETWEEN = "–"
"""What parts the two days where they are written as one text."""

FIRST, SECOND = "Première date", "Seconde date"
_BOTH = 2


class DateRangeKind(Kind):
    """A period: two fields for people, ``2026-03-01/2026-04-12`` (ISO 8601) in files and in expressions."""

    name = "date_range"
    control = "date_range"

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        texts = [on_one_line(cleaned(text)) for text in raw]
        if not any(texts):
            return None
        if len(texts) > _BOTH:
            return refused(" ".join(filter(None, texts)), SEVERAL_VALUES)
        first, last = ends_of(texts[0]) if len(texts) == 1 else map(_dashed, texts)
        return _read(first, last) if first or last else None

    def write(self, value: Value) -> Json:
        return value.written if isinstance(value, Period) else None

    def typed(self, value: Value) -> str:
        return _joined(day_text(value.first), day_text(value.last)) if isinstance(value, Period) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        if isinstance(value, date):  # a bound of the period
            return (day_text(value),)
        return (period_text(value),) if isinstance(value, Period) else ()

    def atom(self, value: Value) -> Atom:
        return value.written if isinstance(value, Period) else ""


def ends_of(text: str) -> tuple[str, str]:
    """What stands for the first and for the last day in a period written as one text, as typed or as in files."""
    mark = "/" if BETWEEN not in text and text.count("/") == 1 else BETWEEN
    first, _, last = text.partition(mark)
    return _dashed(first.strip()), _dashed(last.strip())


def _read(first: str, last: str) -> Answer:
    text = _joined(first, last)
    if not first or not last:
        read = _of_end(last or first, text, FIRST if first else SECOND)
        missing = refused(text, "missing_end" if first else "missing_start")
        return read if isinstance(read, Unreadable) else missing
    start, end = _of_end(first, text, FIRST), _of_end(last, text, SECOND)
    if isinstance(start, Unreadable):
        return start
    if isinstance(end, Unreadable):
        return end
    if end < start:
        return refused(text, "reversed_dates", first=day_text(start), last=day_text(end))
    return Period(start, end)


def _of_end(written: str, text: str, called: str) -> date | Unreadable:
    """One of the two days; what is wrong with it is said of that one, and the whole ``text`` is kept."""
    day = read_day(written)
    if isinstance(day, Unreadable):
        return Unreadable(text, day.code, f"{called}\u00a0: {day.message[0].lower()}{day.message[1:]}")
    return day


def _dashed(text: str) -> str:
    """A text in which nothing looks like what parts the two days."""
    return text.replace(BETWEEN, "-")


def _joined(first: str, last: str) -> str:
    return f"{first} {BETWEEN} {last}"
