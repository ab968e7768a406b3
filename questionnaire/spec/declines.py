"""« Je ne me prononce pas », offered beside the answers of a question."""

from dataclasses import replace

from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import DECLINE_CLASH
from questionnaire.spec.kinds.declining import Declinable
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.naming import check_choice_name
from questionnaire.spec.rules import Rules
from questionnaire.spec.values import Unreadable
from questionnaire.spec.wording import text


def with_decline(spec: QuestionSpec, question: Question, rules: Rules) -> Question:
    """The question as it may be declined, where its author allows it."""
    declared = spec.may_decline
    if declared is None:
        return question
    decline = Choice(declared.name.text, text(declared.label, "label", rules))
    if check_choice_name(declared.name, rules.faults) and _clashes(question, decline.name):
        rules.faults.add(DECLINE_CLASH, declared.name.place, name=decline.name)
    return replace(question, kind=Declinable(question.kind, decline), may_decline=decline)


def _clashes(question: Question, name: str) -> bool:
    """Whether the question itself takes ``name`` for an answer; of a text, only the author can tell.

    The keys of items, and the names of lists that the installation owns, are no words of authors.
    """
    if question.source is not None:
        return question.choice(name) is not None
    return question.kind.name != "text" and not isinstance(question.kind.read([name], question), Unreadable)
