"""Forms that unknown people answer: what such a form may not ask, since it would tell who they are."""

from questionnaire.expressions import Expression, ParseError, draws_by_chance, parse
from questionnaire.spec.anonymous_details import (
    ANONYMOUS_ASKS,
    ANONYMOUS_KEEPS,
    ANONYMOUS_OF_OTHERS,
    ANONYMOUS_TELLS_WHEN,
)
from questionnaire.spec.chance_details import ANONYMOUS_DRAWS
from questionnaire.spec.declared import FormSpec, ListSpec, QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.naming import every_question

ANONYMOUS = "anonymous"
PEOPLE = "directory.people"
TELLING = frozenset({"email", "tel", "identifier", "file", "repeat", "consent"})
"""Kinds that tell who somebody is, or that pages of surveys do not ask."""


def check_anonymous(spec: FormSpec, faults: Faults) -> None:
    """Say of a form whose ``privacy`` is ``anonymous`` what does not go with it."""
    if spec.privacy is None or spec.privacy.text != ANONYMOUS:
        return
    if spec.instances is None or spec.instances.text != "free":
        faults.add(ANONYMOUS_OF_OTHERS, spec.privacy.place)
    if (
        spec.archive is None
        or spec.archive.text != "none"
        or spec.circuit
        or spec.parties
        or spec.stages
        or spec.people
    ):
        faults.add(ANONYMOUS_KEEPS, spec.privacy.place)
    for name, listed in spec.choices:
        if isinstance(listed, ListSpec) and listed.from_ is not None and listed.from_.text == PEOPLE:
            faults.add(ANONYMOUS_ASKS, listed.from_.place, name=name.text)
    for section in spec.sections:
        for question in every_question(section.questions):
            _check_question(question, faults)


def _check_question(question: QuestionSpec, faults: Faults) -> None:
    if _tells(question):
        faults.add(ANONYMOUS_ASKS, question.name.place, name=question.name.text)
    if question.shuffle is not None and question.shuffle.text == "true":
        faults.add(ANONYMOUS_DRAWS, question.shuffle.place, name=question.name.text)
    for kept in (question.calculation, question.default):
        rule = None if kept is None else _read(kept.text)
        if kept is None or rule is None:
            continue
        if rule.uses_clock:
            faults.add(ANONYMOUS_TELLS_WHEN, kept.place, name=question.name.text)
        if draws_by_chance(rule.tree):
            faults.add(ANONYMOUS_DRAWS, kept.place, name=question.name.text)


def _read(rule: str) -> Expression | None:
    """The rule; None where it cannot be read, which is told where rules are."""
    try:
        return parse(rule)
    except ParseError:
        return None


def _tells(question: QuestionSpec) -> bool:
    personal = question.personal is not None and question.personal.text != "none"
    reserved = question.visible_to is not None or question.prefill is not None
    return question.kind.text in TELLING or personal or reserved
