"""Which items a repeat that follows another question may have, and which it has once answers are settled."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from questionnaire.filling.answers import Answers
from questionnaire.spec.model import Form, Question
from questionnaire.spec.values import Value

if TYPE_CHECKING:  # the engine calls this
    from questionnaire.filling.tree import AnswerTree

Items = Mapping[str, tuple[str, ...]]
"""By repeat, the keys of its items in order."""


def possible_items(form: Form, answers: Answers) -> Items:
    """The items of every repeat; of one that follows another question, all that it might have."""
    found = dict(answers.items)
    for question in form.top_level():
        if question.each:
            source = form.questions[question.each]
            found[question.name] = answers.keys(source.name) if source.is_repeat else possible_keys(source)
    return found


def possible_keys(source: Question) -> tuple[str, ...]:
    """The options for which something may be asked: never one that means none of the others."""
    return tuple(choice.name for choice in source.choices if not choice.exclusive)


def followed_items(source: Question, tree: "AnswerTree", values: Mapping[str, Value]) -> tuple[str, ...]:
    """The keys that a settled question gives: its items that are asked, or its options that are ticked."""
    if source.is_repeat:
        return tuple(item.key for item in tree.nodes(source.name) if item.relevant and item.key is not None)
    value = values.get(source.name)
    ticked = value if isinstance(value, tuple) else ()
    return tuple(key for key in possible_keys(source) if key in ticked)
