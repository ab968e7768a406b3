"""Patterns are matched against texts of a bounded length: which texts a form gives to ``regex`` without a bound."""

from collections.abc import Iterator, Mapping

from questionnaire.expressions import Expression
from questionnaire.expressions.patterns import MAX_SUBJECT
from questionnaire.expressions.tree import Call, Reference, Self, walk
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.model import Question
from questionnaire.spec.nodes import Place
from questionnaire.spec.table_details import UNBOUNDED_REGEX

_RULES = ("constraint", "warning", "relevant", "required", "read_only", "calculation", "default")


def check_patterns(declared: tuple[QuestionSpec, ...], questions: Mapping[str, Question], faults: Faults) -> None:
    """Say of each rule of a question that matches a text of any length that the text needs ``max_length``."""
    for spec in declared:
        question = questions.get(spec.name.text)
        for key in _RULES if question else ():
            rule, scalar = getattr(question, key), getattr(spec, key)
            if scalar is not None and isinstance(rule, Expression):
                check_pattern(rule, spec.name.text, scalar.place, questions, faults)


def check_pattern(rule: Expression, own: str, place: Place, questions: Mapping[str, Question], faults: Faults) -> None:
    """The same of one rule that stands at the question ``own``."""
    for name in _matched(rule, own):
        if name in questions and _is_unbounded(questions[name]):
            faults.add(UNBOUNDED_REGEX, place, name=name, most=MAX_SUBJECT)


def _matched(rule: Expression, own: str) -> Iterator[str]:
    """The questions whose own answers a rule matches with patterns."""
    for tree, _ in walk(rule.tree):
        if isinstance(tree, Call) and tree.function == "regex" and tree.arguments:
            subject = tree.arguments[0]
            if isinstance(subject, Self):
                yield own
            elif isinstance(subject, Reference):
                yield subject.name


def _is_unbounded(question: Question) -> bool:
    return question.kind.name == "text" and (question.max_length is None or question.max_length > MAX_SUBJECT)
