"""Days of the calendar."""

from datetime import date
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Labels
from questionnaire.spec.kinds.days import day_text, moment_text, read_day
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question


class DateKind(SingleKind):
    """A date: ``jj/mm/aaaa`` for people, ISO in files."""

    name = "date"
    control = "date"

    def read_one(self, text: str, question: "Question") -> Answer:
        return read_day(on_one_line(text))

    def write(self, value: Value) -> Json:
        return value.isoformat() if isinstance(value, date) else None

    def typed(self, value: Value) -> str:
        return day_text(value) if isinstance(value, date) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return (moment_text(value),) if isinstance(value, date) else ()

    def atom(self, value: Value) -> Atom:
        return value if isinstance(value, date) else ""
