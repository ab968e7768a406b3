"""Rules on several answers, judged once all that they read is answered; each said beside one question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from questionnaire.filling.tree import AnswerNode
from questionnaire.spec.cross_rule import CrossRule
from questionnaire.spec.values import Declined, is_blank

if TYPE_CHECKING:  # the engine calls this
    from questionnaire.filling.fill import Filling

CROSSED = "cross_rule"
"""Code of an answer that does not go with others."""


def crossed(filling: "Filling", rule: CrossRule) -> Iterator[AnswerNode]:
    """The places where a rule on several answers does not hold."""
    for node in _places(filling, rule):
        if _is_judged(filling, rule, node) and not filling.truth(rule.constraint, node, "constraint"):
            yield node


def _places(filling: "Filling", rule: CrossRule) -> Iterator[AnswerNode]:
    """Where the question is asked beside which the rule is said; once for a repeat as a whole, where it stands."""
    question = filling.form.questions[rule.at]
    if not question.is_repeat:
        yield from (node for node in filling.tree.nodes(rule.at) if node.relevant)
    else:
        places = (holder.beside(question.name) for holder in filling.tree.holders(question.name))
        yield from (place for place in places if place.path in filling.repeats)


def _is_judged(filling: "Filling", rule: CrossRule, node: AnswerNode) -> bool:
    if rule.when is not None:
        return filling.truth(rule.when, node, "when")
    return all(_is_answered(filling, name, node) for name in rule.constraint.references)


def _is_answered(filling: "Filling", name: str, node: AnswerNode) -> bool:
    """Whether a question that a rule reads is asked and answered, or nothing to answer: computed, or of other items."""
    question = filling.form.questions.get(name)
    if question is None or not question.kind.answered:
        return True
    read = filling.tree.nodes(name)[0] if question.group is None else _around(name, node)
    if read is None:
        return True
    value = filling.values.get(read.path)
    return read.relevant and not is_blank(value) and not isinstance(value, Declined)


def _around(name: str, node: AnswerNode) -> AnswerNode | None:
    """The question of that name in the item where a place stands, or in one that holds it."""
    holder = node.parent
    while holder is not None:
        if name in holder.leaves:
            return holder.leaves[name]
        holder = holder.parent
    return None
