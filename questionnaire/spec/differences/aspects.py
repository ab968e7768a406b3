"""What is compared of each thing that a form declares, by the key that authors write."""

from dataclasses import fields
from functools import cache
from typing import Any

from questionnaire.spec.differences.model import Change
from questionnaire.spec.differences.saying import words
from questionnaire.spec.kinds.base import Kind

APART: dict[str, frozenset[str]] = {
    "Form": frozenset(
        {"name", "version", "digest", "yaml", "sections", "questions", "order", "parties", "stages", "scores", "rules"}
        | {"charts", "circuit", "paper", "register", "retention", "reserved", "lists", "tables"}
    ),
    "Section": frozenset({"name", "questions"}),
    "Question": frozenset({"name", "section", "group", "questions", "choices", "kept"}),
    "Choice": frozenset({"name"}),
    "Sector": frozenset({"name"}),
    "Chart": frozenset({"name"}),
    "CrossRule": frozenset({"name"}),
    "Party": frozenset({"name"}),
    "Stage": frozenset({"name"}),
    "CircuitStep": frozenset({"name"}),
    "Paper": frozenset(),
    "Register": frozenset({"columns", "alerts"}),
    "Column": frozenset({"name"}),
    "Alert": frozenset({"name"}),
    "Retention": frozenset(),
    "Scores": frozenset({"sectors"}),
}
"""By class of the model, the fields that are no aspect: they identify it, follow from others, or are compared apart."""


def changes(before: Any, after: Any) -> tuple[Change, ...]:  # noqa: ANN401  # two of any one class of APART
    """The aspects in which two things of one class differ, in the order of the model."""
    names = _aspects(after.__class__)
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(Change(name, words(was), words(now)) for name, was, now in pairs if not _same(was, now))


def _same(was: object, now: object) -> bool:
    """Whether two values are alike; a kind made for one question is known by its name."""
    return was.name == now.name if isinstance(was, Kind) and isinstance(now, Kind) else was == now


@cache
def _aspects(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in APART[kind.__name__])
