"""Questions of several fields: what each of these is called, and what was typed there."""

from collections.abc import Callable

from questionnaire.spec.kinds.periods import ends_of
from questionnaire.spec.kinds.rankings import ranks_of
from questionnaire.spec.model import Question
from questionnaire.spec.texts import Text
from questionnaire.web.screens import FieldView

TO = "-to"
"""What follows the id of a period in that of its second field."""


def ranks_shown(field_id: str, typed: str, count: int) -> tuple[FieldView, ...]:
    """A field for each rank to give, and for each that was given."""
    given = ranks_of(typed)
    return tuple(
        FieldView(field_id if rank == 1 else f"{field_id}-{rank}", f"Rang {rank}", "".join(given[rank - 1 : rank]))
        for rank in range(1, max(count, len(given)) + 1)
    )


def fields_of(question: Question, field_id: str, typed: str, say: Callable[[Text], str]) -> tuple[FieldView, ...]:
    """The fields of a question; none where it has one only, which is then its control itself."""
    span = question.span
    if span is None:
        return ()
    first, last = ends_of(typed)
    return FieldView(field_id, say(span.from_label), first), FieldView(field_id + TO, say(span.to_label), last)
