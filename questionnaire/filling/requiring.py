"""What must be answered, and how much of it is."""

from decimal import Decimal
from math import ceil, isfinite
from typing import TYPE_CHECKING

from questionnaire.filling.tree import AnswerNode
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
    asked = [given for question in filling.form.top_level() if _counts(question) for given in _given(filling, question)]
    return float(100 * sum(asked) // len(asked)) if asked else 100.0


def _counts(question: Question) -> bool:
    return question.visible_to is None


def _given(filling: "Filling", question: Question) -> list[bool]:
    """For each answer that must be given to a question, or in a repeat, whether it is."""
    nodes = filling.tree.nodes(question.name)
    if not question.is_repeat:
        return [
            not is_blank(filling.values[node.path])
            for node in nodes
            if node.relevant and question.kind.answered and must_answer(filling, question, node)
        ]
    if question.name not in filling.repeats:
        return []
    least = least_items(filling, question, AnswerNode(question.name, question.name, filling.tree.root))
    children = (child for child in question.questions if _counts(child))
    inside = [given for child in children for given in _given(filling, child)]
    return ([len(nodes) >= least] if least > 0 else []) + inside
