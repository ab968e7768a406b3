"""The register and the retention of a form: columns that read its answers, alerts, and how long it is kept."""

import re
from collections.abc import Iterator, Mapping

from questionnaire.expressions import Expression, parse
from questionnaire.spec.declared import FormSpec
from questionnaire.spec.declared_filing import AlertSpec, ColumnSpec, RegisterSpec, RetentionSpec
from questionnaire.spec.faults import guess
from questionnaire.spec.filing_details import (
    BAD_PERIOD,
    BAD_START,
    COLUMN_OF_ITEMS,
    COLUMN_OF_NOTHING,
    NOT_FILED,
    SENSITIVE_COLUMN,
    START_OF_DATE,
    UNKNOWN_COLUMN,
)
from questionnaire.spec.model import Form, Question
from questionnaire.spec.naming import check_name, check_unique
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.register import NO_REGISTER, Alert, Column, Register
from questionnaire.spec.retention import Period, Retention, Start, read_period
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import word
from questionnaire.spec.wording import text
from questionnaire.spec.words import ENDINGS

_ACTIVE = re.compile(r"(?P<start>end|freeze|\$\{(?P<answer>[^}]*)\})\s*\+\s*(?P<period>\S+)")
_REFERENCE = re.compile(r"\$\{(\w+)\}")
_DATED = frozenset({"date", "date_range"})
_SHOWN_NOWHERE = frozenset({"note", "grid", "file"})
_NO_PERIOD = Period()

Questions = Mapping[str, Question]


def compile_register(spec: FormSpec, questions: Questions, rules: Rules) -> Register:
    """What the register shows of the documents of the form; empty where the form does not say."""
    if spec.register is None:
        return NO_REGISTER
    _check_filed(spec, "register", spec.register.place, rules)
    check_unique((column.name for column in spec.register.columns), rules.faults)
    columns = tuple(_columns(spec.register, questions, rules))
    names = [column.name.text for column in spec.register.columns]
    for name in spec.register.filters:
        if name.text not in names:
            rules.faults.add(UNKNOWN_COLUMN, name.place, name=name.text, remedy=guess(name.text, names))
    alerts = (_alert(name, alert, rules) for name, alert in spec.register.alerts)
    filters = tuple(name.text for name in spec.register.filters)
    return Register(columns, filters, tuple(alert for alert in alerts if alert is not None))


def _check_filed(spec: FormSpec, key: str, place: Place, rules: Rules) -> None:
    if spec.archive is not None and spec.archive.text == "none":
        rules.faults.add(NOT_FILED, place, key=key)


def _columns(spec: RegisterSpec, questions: Questions, rules: Rules) -> Iterator[Column]:
    for column in spec.columns:
        check_name(column.name, rules.faults)
        value = _value(column, questions, rules)
        if value is None:
            continue
        question = _question_of(value, column, questions, rules)
        if column.label is not None:
            yield Column(column.name.text, text(column.label, "label", rules), value, question)
        elif question:
            yield Column(column.name.text, questions[question].label, value, question)
        else:
            rules.faults.add(COLUMN_OF_NOTHING, column.name.place, name=column.name.text)


def _value(column: ColumnSpec, questions: Questions, rules: Rules) -> Expression | None:
    if column.value is not None:
        return rules.rule(column.value, "value")
    if column.name.text in questions:
        return parse(f"${{{column.name.text}}}")
    remedy = guess(column.name.text, questions) or None
    rules.faults.add(COLUMN_OF_NOTHING, column.name.place, name=column.name.text, remedy=remedy)
    return None


def _question_of(value: Expression, column: ColumnSpec, questions: Questions, rules: Rules) -> str:
    """The question that a column shows as it is; empty where it shows what was computed."""
    found = _REFERENCE.fullmatch(str(value))
    if found is None or found[1] not in questions:
        return ""
    question = questions[found[1]]
    if question.group is not None or question.is_repeat or question.kind.name in _SHOWN_NOWHERE:
        place = (column.value or column.name).place
        rules.faults.add(COLUMN_OF_ITEMS, place, name=question.name)
    return question.name


def _alert(name: Scalar, spec: AlertSpec, rules: Rules) -> Alert | None:
    check_name(name, rules.faults)
    when = rules.rule(spec.when, "when")
    return None if when is None else Alert(name.text, text(spec.label, "label", rules), when)


def check_register(form: Form, spec: FormSpec, rules: Rules) -> None:
    """Refuse columns and alerts that tell a sensitive answer: they stand in lists and leave in files."""
    if spec.register is None:
        return
    read = {name for column in form.register.columns for name in column.value.references}
    read |= {name for alert in form.register.alerts for name in alert.when.references}
    for name in sorted(filter(form.is_sensitive, read)):
        rules.faults.add(SENSITIVE_COLUMN, spec.register.place, name=name)


def compile_retention(spec: FormSpec, questions: Questions, rules: Rules) -> Retention | None:
    """How long the documents of the form are kept; None where the form does not say."""
    if spec.retention is None:
        return None
    declared = spec.retention
    _check_filed(spec, "retention", declared.place, rules)
    start, answer, active = _active(declared, questions, rules)
    then = word(declared.then, "then", ENDINGS, rules.faults, "decision")
    reason = text(declared.reason, "reason", rules)
    return Retention(start, active, _period(declared.archive, rules), reason, then, answer)


def _active(spec: RetentionSpec, questions: Questions, rules: Rules) -> tuple[Start, str, Period]:
    found = _ACTIVE.fullmatch(spec.active.text)
    if found is None:
        if spec.active.text:  # what is missing was said
            rules.faults.add(BAD_START, spec.active.place, value=spec.active.text)
        return Start.END, "", _NO_PERIOD
    period = _period(Scalar(found["period"], spec.active.at(found.start("period"))), rules)
    answer = found["answer"]
    if answer is None:
        return Start(found["start"]), "", period
    question = questions.get(answer)
    if question is None or question.kind.name not in _DATED or question.group is not None:
        dated = [name for name, each in questions.items() if each.kind.name in _DATED]
        remedy = guess(answer, dated) or None
        rules.faults.add(START_OF_DATE, spec.active.place, name=answer, remedy=remedy)
    return Start.ANSWER, answer, period


def _period(scalar: Scalar, rules: Rules) -> Period:
    period = read_period(scalar.text)
    if period is None and scalar.text:
        rules.faults.add(BAD_PERIOD, scalar.place, value=scalar.text)
    return period or _NO_PERIOD
