"""What a question for a period accepts, as its author wrote it."""

from dataclasses import replace

from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import BOUNDS_REVERSED
from questionnaire.spec.model import Question
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import integer
from questionnaire.spec.spans import FROM, TO, Span
from questionnaire.spec.wording import optional_text


def with_span(spec: QuestionSpec, question: Question, rules: Rules) -> Question:
    """The question, with the rules of its period where it asks for one."""
    return replace(question, span=_span(spec, rules)) if question.kind.name == "date_range" else question


def _span(spec: QuestionSpec, rules: Rules) -> Span:
    """The rules of a question: what is not written, or wrong, is as usual."""
    least = integer(spec.min_days, "min_days", rules.faults)
    most = integer(spec.max_days, "max_days", rules.faults)
    if spec.min_days is not None and least is not None and most is not None and least > most:
        rules.faults.add(BOUNDS_REVERSED, spec.min_days.place, low=least, high=most)
    return Span(
        from_label=optional_text(spec.from_label, "from_label", rules) or FROM,
        to_label=optional_text(spec.to_label, "to_label", rules) or TO,
        min_days=least,
        max_days=most,
    )
