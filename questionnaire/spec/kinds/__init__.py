"""The kinds of questions, by the names that authors write: one class, one line here, one control each."""

from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.kinds.consents import ConsentKind
from questionnaire.spec.kinds.dates import DateKind
from questionnaire.spec.kinds.durations import DurationKind
from questionnaire.spec.kinds.emails import EmailKind
from questionnaire.spec.kinds.files import FileKind
from questionnaire.spec.kinds.identifiers import IdentifierKind
from questionnaire.spec.kinds.lines import TextKind
from questionnaire.spec.kinds.moments import DatetimeKind
from questionnaire.spec.kinds.numbers import DecimalKind, IntegerKind
from questionnaire.spec.kinds.partial_dates import MonthKind, YearKind
from questionnaire.spec.kinds.periods import DateRangeKind
from questionnaire.spec.kinds.phones import PhoneKind
from questionnaire.spec.kinds.rankings import RankKind
from questionnaire.spec.kinds.scales import RangeKind, RatingKind
from questionnaire.spec.kinds.selects import SelectMultipleKind, SelectOneKind
from questionnaire.spec.kinds.ticks import AcknowledgeKind
from questionnaire.spec.kinds.times import TimeKind
from questionnaire.spec.kinds.unanswered import CalculateKind, GridKind, HiddenKind, NoteKind, RepeatKind
from questionnaire.spec.kinds.yes_no import YesNoKind

KINDS: dict[str, Kind] = {
    "text": TextKind(),
    "email": EmailKind(),
    "tel": PhoneKind(),
    "identifier": IdentifierKind(),
    "integer": IntegerKind(),
    "decimal": DecimalKind(),
    "range": RangeKind(),
    "date": DateKind(),
    "date_range": DateRangeKind(),
    "time": TimeKind(),
    "datetime": DatetimeKind(),
    "month": MonthKind(),
    "year": YearKind(),
    "duration": DurationKind(),
    "yes_no": YesNoKind(),
    "consent": ConsentKind(),
    "select_one": SelectOneKind(),
    "select_multiple": SelectMultipleKind(),
    "rank": RankKind(),
    "rating": RatingKind(),
    "grid": GridKind(),
    "acknowledge": AcknowledgeKind(),
    "file": FileKind(),
    "note": NoteKind(),
    "calculate": CalculateKind(),
    "hidden": HiddenKind(),
    "repeat": RepeatKind(),
}
"""Every kind, in the order of the authors' guide."""

__all__ = ["KINDS", "Kind"]
