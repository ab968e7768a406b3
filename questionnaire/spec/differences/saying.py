"""Any value of a compiled form in few words, as an author would recognise it; None for what says nothing."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from questionnaire.expressions import Expression
from questionnaire.spec.codebook import said
from questionnaire.spec.file_types import FileRules
from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.measures import Band, Criterion, Quarter
from questionnaire.spec.model import Choice, Easy, Source
from questionnaire.spec.parties import Party
from questionnaire.spec.precedence import After, People, Prefill
from questionnaire.spec.retention import Retention, Start
from questionnaire.spec.spans import Span
from questionnaire.spec.texts import Text


def words(value: object) -> str | None:
    """The value in words; what is absent, empty or false has none."""
    if value is None or value is False or value in ((), "", frozenset()):
        return None
    if value is True:
        return "oui"
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return ", ".join(words(each) or "" for each in value)
    say = next((say for kind, say in _SAY.items() if isinstance(value, kind)), str)
    return say(value)


def _quoted(text: Text) -> str:
    return f"«\u00a0{' '.join(said(text).split())}\u00a0»"


def _number(value: Decimal | Fraction) -> str:
    return f"{float(value):g}".replace(".", ",")


def _easy(easy: Easy) -> str:
    return " ".join(_quoted(text) for text in (easy.label, easy.hint, easy.example) if text)


def _source(source: Source) -> str:
    owner = "la liste de l’installation" if source.installation else "les éléments de"
    return f"{owner} {source.name}{f', {_quoted(source.label)}' if source.label else ''}"


def _prefill(prefill: Prefill) -> str:
    return f"{prefill.source}.{prefill.name}{f' (de {prefill.person})' if prefill.person else ''}"


def _files(rules: FileRules) -> str:
    return f"{rules.most} au plus, {', '.join(rules.accept)}, {rules.max_size}\u00a0Mo"


def _span(span: Span) -> str:
    labels = f"{_quoted(span.from_label)}, {_quoted(span.to_label)}"
    least = f", {span.min_days} jours au moins" if span.min_days else ""
    return f"{labels}{least}" + (f", {span.max_days} jours au plus" if span.max_days else "")


def _after(after: After) -> str:
    return f"{after.form} ({after.state}{', bloquant' if after.blocking else ''})"


def _people(people: People) -> str:
    names = (people.first_name, people.last_name, people.email, people.role)
    return f"{people.items} ({', '.join(filter(None, names))})"


def _band(band: Band) -> str:
    return _quoted(band.label) + (f" sous {_number(band.below)}" if band.below is not None else "")


def _retention(retention: Retention) -> str:
    start = f"${{{retention.answer}}}" if retention.start is Start.ANSWER else retention.start
    return f"{start} + {retention.active}, {retention.archive}"


_SAY: dict[type, Callable[[Any], str]] = {
    Text: _quoted,
    Expression: lambda rule: rule.source,
    Kind: lambda kind: kind.name,
    Decimal: _number,
    Fraction: _number,
    Choice: lambda choice: _quoted(choice.label),
    Easy: _easy,
    Source: _source,
    Prefill: _prefill,
    FileRules: _files,
    Span: _span,
    After: _after,
    People: _people,
    Retention: _retention,
    Band: _band,
    Quarter: lambda quarter: f"{quarter.sector} ({words(quarter.criteria)})",
    Criterion: lambda criterion: f"{criterion.name} «\u00a0{criterion.short}\u00a0»",
    Party: lambda party: party.name,
}
"""How each class of the model is said; any other value says itself."""
