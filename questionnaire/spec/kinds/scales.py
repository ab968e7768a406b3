"""Numbers between two ends, and marks on a scale whose every step has a name."""

from decimal import Decimal
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Labels
from questionnaire.spec.kinds.figures import typed_number
from questionnaire.spec.kinds.numbers import NumberKind
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.selects import SelectOneKind
from questionnaire.spec.typography import NO_BREAK_SPACE
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question


class RangeKind(NumberKind):
    """A number between ``min`` and ``max``, a multiple of ``step``."""

    name = "range"
    control = "range"
    no_number = "not_a_number"

    def read_figure(self, figure: str, text: str, question: "Question") -> Answer:
        number = Decimal(figure)
        if number % question.step:
            return refused(text, "not_a_step", step=typed_number(question.step))
        return number


class RatingKind(SelectOneKind):
    """One option of a scale, held by its name, which is a whole number; expressions see that number."""

    name = "rating"
    control = "scale"

    def control_for(self, question: "Question") -> str:
        return self.control

    def write(self, value: Value) -> Json:
        return int(value) if isinstance(value, str) else None

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        said = super().show(value, question, labels)
        return tuple(f"{value}{NO_BREAK_SPACE}– {label}" for label in said)

    def atom(self, value: Value) -> Atom:
        return float(value) if isinstance(value, str) else ""
