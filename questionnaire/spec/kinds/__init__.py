"""The kinds of questions, by the names that authors write: one class, one line here, one control each."""

from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.kinds.dates import DateKind
from questionnaire.spec.kinds.lines import TextKind
from questionnaire.spec.kinds.numbers import DecimalKind, IntegerKind
from questionnaire.spec.kinds.selects import SelectMultipleKind, SelectOneKind
from questionnaire.spec.kinds.ticks import AcknowledgeKind
from questionnaire.spec.kinds.unanswered import CalculateKind, NoteKind, RepeatKind

KINDS: dict[str, Kind] = {
    "text": TextKind(),
    "integer": IntegerKind(),
    "decimal": DecimalKind(),
    "date": DateKind(),
    "select_one": SelectOneKind(),
    "select_multiple": SelectMultipleKind(),
    "acknowledge": AcknowledgeKind(),
    "note": NoteKind(),
    "calculate": CalculateKind(),
    "repeat": RepeatKind(),
}
"""Every kind, in the order of the authors' guide."""

__all__ = ["KINDS", "Kind"]
