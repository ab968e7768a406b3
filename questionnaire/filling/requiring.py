"""What must be answered, and how much of it is."""

from decimal import Decimal
from math import ceil, isfinite
from typing import TYPE_CHECKING

from questionnaire.filling.tree import AnswerNode, Holder
from questionnaire.spec.kinds.figures import plain_number
from questionnaire.spec.model import Question
from questionnaire.spec.values import is_blank

if TYPE_CHECKING:  # the engine calls this
    from questionnaire.filling.fill import Filling


def must_answer(filling: "Filling", question: Question, node: AnswerNode) -> bool:
    """Whether a question that is asked at ``node`` must be answered: by its own rule, or as it names who signs."""
    if question.required is not False and filling.truth(question.required, node, "required"):
        return True
    return question.name in filling.chosen and question.name in filling.signers()


def least_items(filling: "Filling", question: Question, place: AnswerNode) -> int:
    """How many items a repeat must have at least; 0 where it may stay empty."""
    low = "" if question.min is None else filling.result(question.min, place, "min")
    least = ceil(Decimal(plain_number(low))) if isinstance(low, float) and isfinite(low) else 0
    return max(1, least) if must_answer(filling, question, place) else least


def completeness(filling: "Filling") -> float:
    """The share of required answers that are given, in whole hundredths: 100 only when none is missing.

    The items that a repeat must have count as one answer. Those that only some readers see are not counted: the
    share would tell the others of them.
    """
    root = filling.tree.root
    counted = (question for question in filling.form.top_level() if _counts(question))
    asked = [given for question in counted for given in _given(filling, question, root)]
    return float(100 * sum(asked) // len(asked)) if asked else 100.0


def _counts(question: Question) -> bool:
    return question.visible_to is None


def _given(filling: "Filling", question: Question, holder: AnswerNode) -> list[bool]:
    """For each answer that must be given to a question, or in a repeat, whether it is."""
    if isinstance(holder, Holder) and question.is_repeat:
        return _given_in(filling, question, holder)
    node = holder.leaves[question.name]
    asked = node.relevant and question.kind.answered and must_answer(filling, question, node)
    return [not is_blank(filling.values[node.path])] if asked else []


def _given_in(filling: "Filling", repeat: Question, holder: Holder) -> list[bool]:
    place, items = holder.beside(repeat.name), holder.items(repeat.name)
    if place.path not in filling.repeats:
        return []
    least = least_items(filling, repeat, place)
    children = [child for child in repeat.questions if _counts(child)]
    inside = [given for item in items for child in children for given in _given(filling, child, item)]
    return ([len(items) >= least] if least > 0 else []) + inside
