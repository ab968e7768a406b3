"""Lists of the installation as a document keeps them: what its answers chose in them, called as it was then."""

from collections.abc import Iterator, Mapping
from typing import Any

from questionnaire.filling.filled import FilledForm
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.texts import Text

Kept = dict[str, list[dict[str, Any]]]
"""By name of list, its choices: ``name``, ``label``, ``columns``."""


def kept_lists(filled: FilledForm) -> Kept:
    """What was chosen in each list of the installation, and nothing else of it: enough to read the answers alone."""
    chosen: dict[str, set[str]] = {name: set() for name in filled.form.lists if name in filled.context.lists}
    for question in filled.form.questions.values():
        if question.source is not None and question.source.name in chosen:
            chosen[question.source.name].update(_names(filled, question))
    return {
        name: [_written(choice) for choice in filled.context.lists[name] if choice.name in names]
        for name, names in sorted(chosen.items())
    }


def read_lists(kept: Mapping[str, Any]) -> dict[str, tuple[Choice, ...]]:
    """What ``kept_lists`` wrote."""
    return {name: tuple(map(_choice, choices)) for name, choices in kept.items()}


def _names(filled: FilledForm, question: Question) -> Iterator[str]:
    for path in filled.paths(question):
        value = filled.values.get(path)
        yield from value if isinstance(value, tuple) else filter(None, [value and str(value)])


def _written(choice: Choice) -> dict[str, Any]:
    return {"name": choice.name, "label": choice.label.plain or "", "columns": dict(choice.columns)}


def _choice(kept: Mapping[str, Any]) -> Choice:
    return Choice(kept["name"], Text((kept["label"],)), columns=tuple(kept["columns"].items()))
