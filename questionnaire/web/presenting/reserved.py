"""The answers of a document that are reserved to some of its readers, shown to one of them."""

from collections.abc import Sequence

from questionnaire.content import kept_because
from questionnaire.filling import FilledForm
from questionnaire.spec.values import Unreadable
from questionnaire.storage.reserved import ReservedAnswer
from questionnaire.web.presenting.talk import label_at
from questionnaire.web.screens import ReviewCard, ReviewLine, ReviewSection

TITLE = "Réponses réservées"


def reserved_section(filled: FilledForm, answers: Sequence[ReservedAnswer]) -> tuple[ReviewSection, ...]:
    """These answers under one title; nothing where there are none. ``filled`` is the common document."""
    if not answers:
        return ()
    lines = tuple(_line(filled, answer) for answer in answers)
    return (ReviewSection(TITLE, "", (ReviewCard("", lines),)),)


def _line(filled: FilledForm, kept: ReservedAnswer) -> ReviewLine:
    question = filled.form.questions[kept.path.rpartition(".")[2]]
    read = question.kind.from_json(kept.value, question) if question.kind.answered else kept.value
    value = read.text if isinstance(read, Unreadable) else read
    return ReviewLine(
        label=label_at(filled, kept.path),
        lines=question.kind.show(value, question, filled.wording),  # type: ignore[arg-type]  # as the kind wrote it
        path=kept.path,
        remark=kept_because(kept.reason) if kept.reason else "",
    )
