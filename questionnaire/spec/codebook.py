"""The codebook of a form: what each answer is called, what was asked, and what may be answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaire.expressions import Expression
from questionnaire.spec.model import Choice, Form, Question
from questionnaire.spec.terms import resolve_term
from questionnaire.spec.texts import Text

UNANSWERED = "…"
"""What stands for the answer that a text cites, where there is none yet."""


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer: what is stored, and what people read."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One question. ``path`` is ``membre.m_nom`` for a question asked of each item of a repeat.

    ``required`` and ``relevant`` hold the author's own condition, as text; the conditions of the page and of the
    repeat around are not repeated. ``choices`` are the answers that have a name: none where the answer is free, but for
    that of a person who may decline. ``list`` names the repeat, or the list of the installation, from whose entries
    one chooses where they are only known when the form is filled; of a repeat that follows a question, that question.
    """

    path: str
    kind: str
    label: str
    required: bool | str
    relevant: str | None
    choices: tuple[Option, ...]
    list: str | None = None


def codebook(form: Form) -> tuple[Entry, ...]:
    """All questions in page order, notes, repeats and calculations included, those of a repeat after it."""
    return tuple(entry for question in form.top_level() for entry in _entries(question, ""))


def said(text: Text) -> str:
    """A text as an establishment of the sanitaire sector reads it, before any answer."""
    return text.render(lambda name: resolve_term(name, {}), lambda _: UNANSWERED)


def _entries(question: Question, before: str) -> Iterator[Entry]:
    path = before + question.name
    yield Entry(
        path=path,
        kind=question.kind.name,
        label=said(question.label),
        required=_told(question.required),
        relevant=None if question.relevant is None else question.relevant.source,
        choices=tuple(map(_option, _named(question))),
        list=question.source.name if question.source else question.each or None,
    )
    for inside in question.questions:
        yield from _entries(inside, f"{path}.")


def _told(condition: Expression | bool) -> bool | str:  # noqa: FBT001  # a condition may be settled by its author
    return condition if isinstance(condition, bool) else condition.source


def _named(question: Question) -> tuple[Choice, ...]:
    return (*question.choices, *filter(None, [question.may_decline]))


def _option(choice: Choice) -> Option:
    return Option(choice.name, said(choice.label))
