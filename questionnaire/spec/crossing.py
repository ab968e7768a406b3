"""Rules on several answers: where each stands, and what is wrong with it."""

from collections.abc import Iterator, Mapping

from questionnaire.expressions import Expression
from questionnaire.spec.answer_details import RULE_AT, RULE_READS_NOTHING
from questionnaire.spec.bounding import check_pattern
from questionnaire.spec.cross_rule import CrossRule
from questionnaire.spec.declared import CrossRuleSpec, FormSpec, QuestionSpec
from questionnaire.spec.faults import guess
from questionnaire.spec.model import Question
from questionnaire.spec.naming import check_name, check_unique
from questionnaire.spec.rules import Rules
from questionnaire.spec.wording import text


def compile_cross_rules(
    spec: FormSpec, declared: tuple[QuestionSpec, ...], questions: Mapping[str, Question], rules: Rules
) -> tuple[CrossRule, ...]:
    """The rules of the form, in order; those that are wrong are said and left out."""
    check_unique((rule.name for rule in spec.rules), rules.faults)
    places = {question.name.text: question for question in declared}
    found = (_rule(rule, places, questions, rules) for rule in spec.rules)
    return tuple(rule for rule in found if rule is not None)


def _rule(
    spec: CrossRuleSpec, places: Mapping[str, QuestionSpec], questions: Mapping[str, Question], rules: Rules
) -> CrossRule | None:
    check_name(spec.name, rules.faults)
    first = rules.rule(spec.constraint, "constraint") if spec.at is None else None
    at = _shown_at(spec, first, questions, rules)
    if at is None:
        return None
    stands = rules.at(places[at])
    constraint = first or stands.rule(spec.constraint, "constraint")
    when = stands.rule(spec.when, "when")
    message = text(spec.message, "message", rules)
    for rule, scalar in ((constraint, spec.constraint), (when, spec.when)):
        if rule is not None and scalar is not None:
            check_pattern(rule, at, scalar.place, questions, rules.faults)
    return None if constraint is None else CrossRule(spec.name.text, constraint, message, at, when)


def _shown_at(
    spec: CrossRuleSpec, read: Expression | None, questions: Mapping[str, Question], rules: Rules
) -> str | None:
    """The question beside which the message stands: the last that is read, unless the author says another."""
    if spec.at is not None:
        if spec.at.text in questions and _is_shown(questions[spec.at.text]):
            return spec.at.text
        known = tuple(name for name, question in questions.items() if _is_shown(question))
        rules.faults.add(RULE_AT, spec.at.place, name=spec.at.text, remedy=guess(spec.at.text, known) or None)
        return None
    if read is None:
        return None
    candidates = tuple(_candidates(read, questions))
    if not candidates:
        rules.faults.add(RULE_READS_NOTHING, spec.constraint.place)
        return None
    return candidates[-1]


def _candidates(read: Expression, questions: Mapping[str, Question]) -> Iterator[str]:
    """The questions read, in page order; of one that is asked in each item of a repeat, the repeat of the page."""
    for name, question in questions.items():
        if name in read.references and (question.kind.answered or question.is_repeat):
            outer = question
            while outer.group is not None:
                outer = questions[outer.group]
            yield outer.name


def _is_shown(question: Question) -> bool:
    shown = question.kind.answered or question.is_repeat or question.calculation is not None
    return shown and question.appearance != "hidden"
