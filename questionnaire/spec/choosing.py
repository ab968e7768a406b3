"""Texts that answers change: whether what they depend on can decide between their cases."""

from collections.abc import Iterable, Mapping

from questionnaire.spec.faults import Faults, guess
from questionnaire.spec.model import Question
from questionnaire.spec.nodes import Place
from questionnaire.spec.text_details import NOT_CHOSEN, NOT_COUNTED, UNKNOWN_CASE
from questionnaire.spec.texts import Plural, Select

_COMPUTED = frozenset({"calculate", "hidden"})
COUNTED = _COMPUTED | {"integer", "decimal", "duration", "range", "repeat", "rank", "select_multiple", "file"}
"""Kinds that a plural agrees with: a number, or how many items, options or files there are."""

CHOSEN = _COMPUTED | {"select_one", "yes_no", "rating", "consent", "acknowledge"}
"""Kinds whose answer chooses between cases."""


def check_choosing(
    choosing: Iterable[tuple[Plural | Select, Place]], questions: Mapping[str, Question], faults: Faults
) -> None:
    """Say of each text that answers change what cannot decide between its cases."""
    for part, place in choosing:
        question = questions.get(part.name)
        if question is None:
            continue
        if isinstance(part, Plural) and question.kind.name not in COUNTED:
            faults.add(NOT_COUNTED, place, name=part.name)
        elif isinstance(part, Select) and question.kind.name not in CHOSEN:
            faults.add(NOT_CHOSEN, place, name=part.name)
        elif isinstance(part, Select):
            _check_cases(part, question, place, faults)


def _check_cases(part: Select, question: Question, place: Place, faults: Faults) -> None:
    """The cases of a question whose options the form writes are among these."""
    if not question.choices or question.source is not None:
        return
    known = {choice.name for choice in question.choices} | (
        {question.may_decline.name} if question.may_decline else set()
    )
    for case, _ in part.cases:
        if case not in known:
            faults.add(UNKNOWN_CASE, place, name=part.name, case=case, remedy=guess(case, known) or None)
