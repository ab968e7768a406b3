"""Choices in a list: one option, or several."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Kind, Labels
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import cleaned
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Choice, Question

MOST_RADIOS = 7
"""Options that a person takes in at a glance; a longer list is folded."""


LONGEST_NAME = 255
"""Characters of the name of an option that the form does not write."""


class SelectOneKind(SingleKind):
    """One option of a list, held by its name.

    Whether an option that the form does not write is offered is for the filled form to say: here any name is one.
    """

    name = "select_one"
    control = "radios"

    def control_for(self, question: "Question") -> str:
        few = question.source is None and len(question.choices) <= MOST_RADIOS
        return self.control if few else "select"

    def read_one(self, text: str, question: "Question") -> Answer:
        if question.source is not None:
            return text if len(text) <= LONGEST_NAME and "\n" not in text else refused(text, "not_offered")
        return text if question.choice(text) else refused(text, "not_offered")

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return () if value is None else (labels.option(question, str(value)),)


class SelectMultipleKind(Kind):
    """Options of a list, held by their names in the order of the list. Names hold no white space."""

    name = "select_multiple"
    control = "checkboxes"

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        names = dict.fromkeys(name for text in raw for name in cleaned(text).split())
        if question.source is not None:
            # Their order is that of the list when the form is filled: meanwhile, one that does not move.
            return tuple(sorted(names)) or None
        chosen = [choice for choice in question.choices if choice.name in names]
        if len(chosen) < len(names):
            return refused(" ".join(names), "not_offered")
        alone = next((choice for choice in chosen if choice.exclusive), None)
        if alone is not None and len(chosen) > 1:
            return refused(" ".join(names), "exclusive", choice=plain_label(alone))
        return tuple(choice.name for choice in chosen) or None

    def write(self, value: Value) -> Json:
        return list(value) if isinstance(value, tuple) else None

    def typed(self, value: Value) -> str:
        return " ".join(value) if isinstance(value, tuple) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return tuple(labels.option(question, name) for name in value) if isinstance(value, tuple) else ()

    def atom(self, value: Value) -> Atom:
        return self.typed(value)


def plain_label(choice: "Choice") -> str:
    """The words of a label that depend on nothing, for a sentence said before the form is filled."""
    return "".join(part for part in choice.label.parts if isinstance(part, str)).strip() or choice.name
