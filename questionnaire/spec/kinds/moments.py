"""A day and its hour, as people in France write and read them."""

import re
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Labels
from questionnaire.spec.kinds.days import day_text, read_day
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.kinds.times import hour_of
from questionnaire.spec.values import Answer, Unreadable, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

_PARTS = re.compile(r"(?P<day>[0-9][0-9 ./-]*[0-9])(?: ?T| ?, ?| à | )(?P<hour>[0-9]{1,2} ?[hH:].*)")
_KEPT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_FIRST, _LAST = "00:00", "23:59"


class DatetimeKind(SingleKind):
    """A day and an hour where the establishment is, held as the text ``2026-02-03T14:30``."""

    name = "datetime"
    control = "datetime"

    def read_one(self, text: str, question: "Question") -> Answer:
        return _read(on_one_line(text).replace("\u00a0", " ").replace("\u202f", " "))

    def typed(self, value: Value) -> str:
        return _said(value, " ")

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return (_said(value, " à "),) if value else ()


def _read(text: str) -> str | Unreadable:
    parts = _PARTS.fullmatch(text)
    hour = hour_of(parts["hour"]) if parts else None
    if parts is None or hour is None:
        return refused(text, "not_a_moment")
    day = read_day(parts["day"])
    return Unreadable(text, day.code, day.message) if isinstance(day, Unreadable) else f"{day.isoformat()}T{hour}"


def read_moment(text: str) -> str | None:
    """The moment in a text, as answers keep it; None where there is none."""
    found = _read(text)
    return None if isinstance(found, Unreadable) else found


def _said(value: Value, between: str) -> str:
    if not isinstance(value, str) or not is_moment(value):
        return str(value or "")
    day, _, hour = value.partition("T")
    return day_text(date.fromisoformat(day)) + between + hour


def is_moment(text: str) -> bool:
    """Whether a text is a moment as answers keep it."""
    return _KEPT.fullmatch(text) is not None


def moment_of(computed: object, zone: tzinfo, *, last: bool) -> str | None:
    """A moment computed by a rule, as answers keep it, told in ``zone``; None for what is none.

    A day alone is its first minute or its ``last``.
    """
    if isinstance(computed, datetime):
        return f"{computed.astimezone(zone):%Y-%m-%dT%H:%M}"
    if isinstance(computed, date):
        return f"{computed.isoformat()}T{_LAST if last else _FIRST}"
    return computed if isinstance(computed, str) and is_moment(computed) else None
