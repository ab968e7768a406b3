"""What stands among the questions and is not answered by anybody: notes, calculations, grids, repeats."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Kind, Labels
from questionnaire.spec.kinds.days import moment_text, written_moment
from questionnaire.spec.kinds.figures import finite, json_number, shown_number
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question


SIGNPOST = "signpost"
"""A note that guides those who fill, like a title among the questions: what was filled does not say it."""


class UnansweredKind(Kind):
    """A kind that reads nothing, whatever is posted or stored under its name."""

    answered = False

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        return None


class NoteKind(UnansweredKind):
    """A text to read: its label."""

    name = "note"
    control = "note"

    def control_for(self, question: "Question") -> str:
        return SIGNPOST if question.appearance == SIGNPOST else self.control


class GridKind(UnansweredKind):
    """Questions that share one list of answers, drawn as one table: those are answered."""

    name = "grid"
    control = "grid"


class RepeatKind(UnansweredKind):
    """A list of items, each with the same questions: those are answered."""

    name = "repeat"
    control = "repeat"


class CalculateKind(UnansweredKind):
    """What the form computes: a text, a number, a date or a truth. No page reads it."""

    name = "calculate"
    control = "calculated"

    def from_json(self, json: Json, question: "Question") -> Answer:
        """What was kept of a calculation: a text that is written as a date is one."""
        if isinstance(json, str):
            return written_moment(json) or json
        number = finite(json)
        return json if isinstance(json, bool) else None if number is None else json_number(number)

    def write(self, value: Value) -> Json:
        number = finite(value)
        if number is not None:
            return json_number(number)
        if isinstance(value, date):
            return value.isoformat()
        return value if isinstance(value, (str, bool)) else None

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        number = finite(value)
        if number is not None:
            return (shown_number(number, question, labels),)
        if isinstance(value, bool):
            return ("Oui" if value else "Non",)
        if isinstance(value, date):
            return (moment_text(value),)
        return tuple(value.split("\n")) if isinstance(value, str) else ()

    def atom(self, value: Value) -> Atom:
        number = finite(value)
        if number is not None:
            return float(number)
        return value if isinstance(value, (str, bool, date)) else ""


class HiddenKind(CalculateKind):
    """What the form computes for its own rules and for files: no page and no paper shows it."""

    name = "hidden"
