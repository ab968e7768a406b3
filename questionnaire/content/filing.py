"""What the register keeps of a document: its columns, its alerts, the words that find it, until when it is kept."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

from questionnaire.access.roster import folded
from questionnaire.expressions import Atom, Expression
from questionnaire.filling import FilledForm
from questionnaire.filling.fill import RuleFailed
from questionnaire.spec.codebook import said
from questionnaire.spec.kinds.figures import grouped
from questionnaire.spec.model import Form, Question
from questionnaire.spec.register import Alert, Column, Register
from questionnaire.spec.retention import Retention, Start
from questionnaire.spec.values import Declined, Period, Value

log = logging.getLogger(__name__)

MOST_WORDS = 4000
"""Different words kept of one document: more than a book chapter has."""

LONGEST = 255
"""Characters of what a column holds."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column says of a document; a question with several answers gives a cell for each.

    ``key`` is what documents are chosen and sorted by, ``number`` where that is a number; ``shown`` what people read.
    """

    name: str
    key: str
    shown: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Until which day a document serves, then is kept; None as long as that is not known."""

    active_until: date | None = None
    keep_until: date | None = None


def cells(filled: FilledForm, register: Register) -> tuple[Cell, ...]:
    """The columns of a document, in order; nothing of what its version of the form cannot tell."""
    known = (column for column in register.columns if _readable(column.value, filled.form))
    return tuple(cell for column in known for cell in _cells(filled, column) if cell.shown)


def raised(filled: FilledForm, register: Register) -> tuple[Alert, ...]:
    """The alerts that hold at the hour of the filled form."""
    return tuple(
        alert
        for alert in register.alerts
        if _readable(alert.when, filled.form) and bool(_reckoned(filled, alert.when, alert.name))
    )


def _readable(rule: Expression, form: Form) -> bool:
    """Whether a version of the form, older perhaps than that of the rule, has all that this reads, and tells it."""
    names = rule.references
    return names <= form.questions.keys() - form.reserved and not any(map(form.is_sensitive, names))


def _cells(filled: FilledForm, column: Column) -> Iterator[Cell]:
    question = filled.form.questions.get(column.question)
    if question is None or question.is_repeat or question.group is not None:
        atom = _reckoned(filled, column.value, column.name)
        yield _cell(column.name, atom, _shown(atom))
        return
    value = filled.values.get(question.name)
    if isinstance(value, tuple):
        for name in value:
            yield _cell(column.name, name, filled.wording.option(question, name))
    elif value is not None:
        yield _cell(column.name, _key(value, question), " ".join(filled.wording.shown(question.name)))


def _reckoned(filled: FilledForm, rule: Expression, name: str) -> Atom:
    """What a rule gives; blank where it cannot be computed, which the form's author can only be told of later."""
    try:
        return filled.reckon(rule, name)
    except RuleFailed as error:
        log.warning("%s", error)
        return ""


def _key(value: Value, question: Question) -> Atom:
    """What an answer is chosen and sorted by; people sort texts without accents."""
    if isinstance(value, Declined):
        return value.name
    if isinstance(value, Period):
        return value.first
    return question.kind.atom(value)


def _cell(name: str, atom: Atom, shown: str) -> Cell:
    if isinstance(atom, bool):
        return Cell(name, "true" if atom else "false", shown)
    if isinstance(atom, float):
        return Cell(name, "", shown, atom) if isfinite(atom) else Cell(name, "", "")
    key = atom.isoformat() if isinstance(atom, date) else atom
    return Cell(name, folded(key)[:LONGEST], shown[:LONGEST])


def _shown(atom: Atom) -> str:
    if isinstance(atom, bool):
        return "Oui" if atom else "Non"
    if isinstance(atom, datetime):
        return f"{atom:%d/%m/%Y %H:%M}"
    if isinstance(atom, date):
        return f"{atom:%d/%m/%Y}"
    return grouped(atom) if isinstance(atom, float) else atom


def words(filled: FilledForm, *others: str) -> str:
    """The words by which a document is found: what was answered, unless some of it is sensitive, and ``others``."""
    told = () if filled.form.sensitive else tuple(_answered(filled))
    return " ".join(list(dict.fromkeys(words_of(" ".join((*others, *told)))))[:MOST_WORDS])


def words_of(text: str) -> list[str]:
    """The words of a text, or of what somebody looks for: without accents, capitals nor punctuation."""
    return _WORD.findall(folded(text).replace("_", " "))


def _answered(filled: FilledForm) -> Iterator[str]:
    for path in filled.values:
        if path in filled.relevant:
            yield from filled.wording.shown(path)


def due(retention: Retention | None, filled: FilledForm, frozen_on: date, ended_on: date | None) -> Due:
    """Until when a document is kept; of one that serves until its project ends, not known before that."""
    if retention is None:
        return Due()
    start = _start(retention, filled, frozen_on, ended_on)
    if start is None:
        return Due()
    active_until = retention.active.after(start)
    return Due(active_until, retention.archive.after(active_until))


def _start(retention: Retention, filled: FilledForm, frozen_on: date, ended_on: date | None) -> date | None:
    if retention.start is Start.END:
        return ended_on
    if retention.start is Start.FREEZE:
        return frozen_on
    value = filled.values.get(retention.answer)
    if isinstance(value, Period):
        return value.last
    return value if isinstance(value, date) else frozen_on


def reason(retention: Retention) -> str:
    """Why documents are kept so long."""
    return said(retention.reason)
