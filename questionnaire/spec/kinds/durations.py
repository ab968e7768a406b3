"""Lengths of time, in hours and minutes."""

import re
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Labels
from questionnaire.spec.kinds.figures import Number, finite
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

HOUR = 60
"""Minutes."""

_MINUTES = re.compile(r"(?P<minutes>[0-9]{1,6}) ?(?:min|mins|mn|minute|minutes)\.?", re.IGNORECASE)
_HOURS = re.compile(
    r"(?P<hours>[0-9]{1,4}) ?(?:h|heure|heures)(?: ?(?P<minutes>[0-9]{1,2})(?: ?(?:min|mn|minute|minutes))?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,4}):(?P<minutes>[0-9]{2})")


class DurationKind(SingleKind):
    """A length of time, kept as a whole number of minutes: ``1 h 30`` for people, ``90`` in files and in rules."""

    name = "duration"
    control = "duration"

    def from_json(self, json: Json, question: "Question") -> Answer:
        number = finite(json) if isinstance(json, int | float) and not isinstance(json, bool) else None
        if number is not None and number >= 0 and number == int(number):
            return int(number)
        return super().from_json(json, question)

    def read_one(self, text: str, question: "Question") -> Answer:
        line = on_one_line(text).replace("\u00a0", " ").replace("\u202f", " ")
        minutes = minutes_in(line)
        return refused(line, "not_a_duration") if minutes is None else minutes

    def write(self, value: Value) -> Json:
        number = finite(value)
        return None if number is None else int(number)

    def typed(self, value: Value) -> str:
        number = finite(value)
        return "" if number is None else duration_text(number).replace("\u00a0", " ")

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        number = finite(value)
        return () if number is None else (duration_text(number),)

    def atom(self, value: Value) -> Atom:
        number = finite(value)
        return "" if number is None else float(number)


def minutes_in(text: str) -> int | None:
    """The whole minutes of « 1 h 30 », « 1:30 », « 90 min »; None for anything else, a bare number too."""
    if found := _MINUTES.fullmatch(text):
        return int(found["minutes"])
    found = _HOURS.fullmatch(text) or _CLOCK.fullmatch(text)
    if found is None:
        return None
    minutes = int(found["minutes"] or 0)
    return int(found["hours"]) * HOUR + minutes if minutes < HOUR else None


def duration_text(minutes: Number) -> str:
    """« 1 h 30 », « 2 h », « 45 min »."""
    hours, rest = divmod(int(minutes), HOUR)
    if not hours:
        return f"{rest}\u00a0min"
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"
