"""Questions of several fields: what each of these is called, and what was typed there."""

from collections.abc import Callable

from questionnaire.spec.kinds.periods import ends_of
from questionnaire.spec.model import Question
from questionnaire.spec.texts import Text
from questionnaire.web.screens import FieldView

TO = "-to"
"""What follows the id of a period in that of its second field."""


def fields_of(question: Question, field_id: str, typed: str, say: Callable[[Text], str]) -> tuple[FieldView, ...]:
    """The fields of a question; none where it has one only, which is then its control itself."""
    span = question.span
    if span is None:
        return ()
    first, last = ends_of(typed)
    return FieldView(field_id, say(span.from_label), first), FieldView(field_id + TO, say(span.to_label), last)
