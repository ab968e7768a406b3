"""Values that authors write as they are, without the quotes of an expression: defaults and bounds."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from questionnaire.expressions import Expression, parse
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import BAD_BOUND, BAD_DEFAULT, BOUNDS_REVERSED, guess
from questionnaire.spec.kinds.moments import is_moment, read_moment
from questionnaire.spec.kinds.partial_dates import PARTIAL
from questionnaire.spec.kinds.times import hour_of
from questionnaire.spec.model import Question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.values import Unreadable

_LOOKS_LIKE_RULE = re.compile(r"\$\{|['\"]|[a-z-]+\(.*\)$", re.DOTALL)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

_EXPECTED = {
    "time": "une heure HH:MM ou une expression",
    "datetime": "un moment AAAA-MM-JJTHH:MM, une date ou une expression",
    "month": "un mois AAAA-MM, une date ou une expression",
    "year": "une année AAAA, une date ou une expression",
    "duration": "un nombre de minutes ou une expression",
    "date": "une date AAAA-MM-JJ ou une expression",
    "date_range": "une date AAAA-MM-JJ ou une expression",
    "range": "un nombre",
    "repeat": "un nombre entier ou une expression",
}
_STEP = re.compile(r"\d{1,6}(\.\d{1,6})?")


def looks_like_rule(text: str) -> bool:
    """Whether what stands for a value is an expression: it names a question or a function, or holds apostrophes."""
    return _LOOKS_LIKE_RULE.search(text) is not None


def default_rule(spec: QuestionSpec, rules: Rules) -> Expression | None:
    """The first value of a question: a word, a number or a date as it is, or an expression.

    What ``looks_like_rule`` is an expression; all else is the value.
    """
    scalar = spec.default
    if scalar is None:
        return None
    if looks_like_rule(scalar.text):
        return rules.rule(scalar, "default")
    return parse(f"'{scalar.text}'")


def check_default(spec: QuestionSpec, question: Question, rules: Rules) -> None:
    """Say whether a first value given as it is would not be taken by its own question."""
    scalar = spec.default
    if scalar is None or looks_like_rule(scalar.text) or not question.kind.answered:
        return
    answer = question.kind.from_json(scalar.text, question)
    if isinstance(answer, Unreadable):
        remedy = guess(scalar.text, [choice.name for choice in question.choices])
        rules.faults.add(BAD_DEFAULT, scalar.place, value=scalar.text, cause=answer.message, remedy=remedy)


def bounds(spec: QuestionSpec, rules: Rules) -> tuple[Expression | None, Expression | None]:
    """``min`` and ``max``; said to be reversed where both are plain values in the wrong order."""
    low: Decimal | date | str | None = _value(spec.min)
    high: Decimal | date | str | None = _value(spec.max)
    if spec.kind.text == "time" and spec.min is not None and spec.max is not None:
        low, high = hour_of(spec.min.text), hour_of(spec.max.text)
    if spec.kind.text == "datetime" and spec.min is not None and spec.max is not None:
        low, high = _moment(spec.min), _moment(spec.max)
    if spec.kind.text in PARTIAL:
        low, high = _first_day(spec, spec.min), _first_day(spec, spec.max)
    if spec.min is not None and _reversed(low, high):
        rules.faults.add(BOUNDS_REVERSED, spec.min.place, low=low, high=high)
    return _bound(spec, "min", spec.min, rules), _bound(spec, "max", spec.max, rules)


def _reversed(low: Decimal | date | str | None, high: Decimal | date | str | None) -> bool:
    if isinstance(low, str) and isinstance(high, str):
        return low > high
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return low > high
    return isinstance(low, date) and isinstance(high, date) and low > high


def _bound(spec: QuestionSpec, key: str, scalar: Scalar | None, rules: Rules) -> Expression | None:
    if scalar is None:
        return None
    if spec.kind.text == "time" and (hour := hour_of(scalar.text)):
        return parse(f"'{hour}'")
    if spec.kind.text == "datetime" and (moment := _moment(scalar)):
        return parse(f"'{moment}'")
    if spec.kind.text in PARTIAL and (first := _first_day(spec, scalar)):
        return parse(f"date('{first.isoformat()}')")
    value = _value(scalar)
    day = _ISO_DATE.fullmatch(scalar.text) is not None
    fits = {
        "date": isinstance(value, date) if day else value is None,
        "date_range": isinstance(value, date) if day else value is None,
        "repeat": not day and _is_count(value),
        "range": isinstance(value, Decimal),
        "time": value is None,
        "datetime": isinstance(value, date) if day else value is None,
        "month": value is None,
        "year": value is None,
    }
    if not fits.get(spec.kind.text, not day):
        expected = _EXPECTED.get(spec.kind.text, "un nombre ou une expression")
        rules.faults.add(BAD_BOUND, scalar.place, key=key, expected=expected, value=scalar.text)
        return None
    if isinstance(value, date):
        return parse(f"date('{value.isoformat()}')")
    return rules.rule(scalar, key)


def _moment(scalar: Scalar) -> str | None:
    """A moment written as it is kept, or with a space in place of the T; None for anything else."""
    text = scalar.text.replace(" ", "T", 1)
    return text if is_moment(text) and read_moment(text) else None


def _first_day(spec: QuestionSpec, scalar: Scalar | None) -> date | None:
    """The first day of a month or a year written as it is kept; None for anything else."""
    return None if scalar is None else PARTIAL[spec.kind.text].first_day(scalar.text)


def step_of(spec: QuestionSpec, rules: Rules) -> Decimal:
    """Of what a number must be a multiple; 1 unless said."""
    if spec.step is None:
        return Decimal(1)
    step = Decimal(spec.step.text) if _STEP.fullmatch(spec.step.text) else Decimal(0)
    if not step:
        expected = "un nombre plus grand que 0"
        rules.faults.add(BAD_BOUND, spec.step.place, key="step", expected=expected, value=spec.step.text)
    return step or Decimal(1)


def _is_count(value: Decimal | date | None) -> bool:
    return not isinstance(value, Decimal) or (value >= 0 and value == value.to_integral_value())


def _value(scalar: Scalar | None) -> Decimal | date | None:
    """A plain number or date; None for an expression."""
    if scalar is None:
        return None
    try:
        if _ISO_DATE.fullmatch(scalar.text):
            return date.fromisoformat(scalar.text)
        number = Decimal(scalar.text)
    except (InvalidOperation, ValueError):
        return None
    return number if number.is_finite() else None
