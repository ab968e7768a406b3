"""Boxes that confirm the answer to another question: which one, and whether it is there."""

from collections.abc import Mapping

from questionnaire.spec.answer_details import CONFIRMS_ELSEWHERE, CONFIRMS_WHAT
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import Faults, guess
from questionnaire.spec.model import Question


def check_confirming(declared: tuple[QuestionSpec, ...], questions: Mapping[str, Question], faults: Faults) -> None:
    """Say of each such box whether there is an answer to confirm where it stands."""
    for spec in declared:
        if spec.confirms is None:
            continue
        box, name = questions[spec.name.text], spec.confirms
        confirmed = questions.get(name.text)
        if confirmed is None or not _is_confirmed(confirmed):
            known = (each.name for each in questions.values() if _is_confirmed(each))
            faults.add(CONFIRMS_WHAT, name.place, name=name.text, remedy=guess(name.text, tuple(known)) or None)
        elif confirmed.group not in {None, box.group}:
            faults.add(CONFIRMS_ELSEWHERE, name.place, name=name.text, group=confirmed.group)


def _is_confirmed(question: Question) -> bool:
    """Whether a question has an answer, or a value computed."""
    return question.kind.answered or question.calculation is not None
