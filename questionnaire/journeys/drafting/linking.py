"""Beginning a document from a link that brings first answers: what it proposes is looked at before anything is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.access import Actor
from questionnaire.filling import Answers, FilledForm, fill
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.beginning import document
from questionnaire.spec.model import Form, Question
from questionnaire.spec.precedents import LINK
from questionnaire.spec.values import Answer, Unreadable, is_blank

MOST = 60
"""Answers that a link may bring."""

LONGEST = 2_000
"""Characters of one of them."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A first answer that a link brings: what is asked, the answer as people read it, or why it cannot be taken."""

    label: str
    lines: tuple[str, ...]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a link brings to a form; ``unknown`` are names that the form takes from no link."""

    form: Form
    title: str
    lines: tuple[Proposed, ...]
    unknown: tuple[str, ...]


def propose(desk: Desk, actor: Actor, form_name: str, given: Mapping[str, str]) -> Proposal:
    """What would become of the answers of a link, by the names that it uses; raises UnknownForm, CannotSeal."""
    form = document(desk, form_name, actor.organisation.id)
    asked = dict(_asked(form))
    kept = dict(list(given.items())[:MOST])
    read = {name: asked[name].kind.from_json(kept[name][:LONGEST], asked[name]) for name in kept if name in asked}
    context = desk.context(actor.organisation, form)
    filled = fill(form, Answers({asked[name].name: answer for name, answer in read.items()}, {}), context)
    lines = tuple(_proposed(filled, asked[name], answer) for name, answer in read.items() if not is_blank(answer))
    unknown = tuple(name for name in given if name not in asked)
    return Proposal(form, filled.wording.say(form.title), lines, unknown)


def _asked(form: Form) -> Iterator[tuple[str, Question]]:
    """The questions that a link may answer, by the name that it uses; the first that uses a name has it."""
    for question in reversed(tuple(form.top_level())):
        yield from ((wanted.name, question) for wanted in question.prefill if wanted.source == LINK)


def _proposed(filled: FilledForm, question: Question, answer: Answer) -> Proposed:
    label = filled.wording.say(question.label)
    if isinstance(answer, Unreadable):
        return Proposed(label, (answer.text,), answer.message)
    return Proposed(label, question.kind.show(answer, question, filled.wording))
