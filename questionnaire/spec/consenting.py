"""Explicit consent: questions and sections that are asked only of who agreed, and health data that ask for it."""

from collections.abc import Iterator
from dataclasses import replace

from questionnaire.spec.consent_details import (
    CONSENT_IN_REPEAT,
    CONSENT_OF_FILE,
    CONSENT_OF_SEVERAL,
    HEALTH_ALONE,
    NOT_A_CONSENT,
)
from questionnaire.spec.declared import FormSpec, QuestionSpec, SectionSpec
from questionnaire.spec.faults import Faults, guess
from questionnaire.spec.naming import every_question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.scalars import both

CONSENT = "consent"
GIVEN = "oui"
"""The answer that gives it."""

OF_ONE = frozenset({"person", "free"})
"""The ``instances`` of the forms in which one person answers for themselves."""


def check_consents(spec: FormSpec, faults: Faults) -> None:
    """Say what a form asks without the consent that it must have, and which consents are none."""
    asked = {question.name.text for section in spec.sections for question in section.questions if _asks(question)}
    for section in spec.sections:
        _check_named(section.consent, asked, faults)
        for question in every_question(section.questions):
            _check_named(question.consent, asked, faults)
        for question in section.questions:
            _check_inside(question, section.consent, faults)
            if _asks(question) and (spec.instances is None or spec.instances.text not in OF_ONE):
                faults.add(CONSENT_OF_SEVERAL, question.name.place, name=question.name.text)


def _check_inside(question: QuestionSpec, around: Scalar | None, faults: Faults) -> None:
    """What a question needs of the consent around it, and all that its items hold."""
    _check_health(question, around, faults)
    _check_file(question, around, faults)
    for child in question.questions or ():
        _check_inside(child, around or question.consent, faults)
        if _asks(child):
            faults.add(CONSENT_IN_REPEAT, child.name.place, name=child.name.text)


def _asks(question: QuestionSpec) -> bool:
    return question.kind.text == CONSENT


def _check_named(name: Scalar | None, asked: set[str], faults: Faults) -> None:
    if name is not None and name.text not in asked:
        faults.add(NOT_A_CONSENT, name.place, name=name.text, remedy=guess(name.text, asked) or None)


def _check_health(question: QuestionSpec, around: Scalar | None, faults: Faults) -> None:
    personal = question.personal
    if personal is not None and personal.text == "health" and (question.consent or around) is None:
        faults.add(HEALTH_ALONE, question.name.place, name=question.name.text)


def _check_file(question: QuestionSpec, around: Scalar | None, faults: Faults) -> None:
    """Files lie outside of the database: what is withdrawn would not all be erased at once."""
    if question.kind.text == "file" and (question.consent or around) is not None:
        faults.add(CONSENT_OF_FILE, question.name.place, name=question.name.text)


def with_consents(spec: FormSpec) -> FormSpec:
    """The form with, wherever a consent is named, the condition that it was given; questions know theirs."""
    return replace(spec, sections=tuple(map(_section, spec.sections)))


def _section(section: SectionSpec) -> SectionSpec:
    questions = tuple(_questions(section.questions, section.consent))
    return replace(section, relevant=both(_given(section.consent), section.relevant), questions=questions)


def _questions(questions: tuple[QuestionSpec, ...], around: Scalar | None) -> Iterator[QuestionSpec]:
    for question in questions:
        own = question.consent or around
        inside = None if question.questions is None else tuple(_questions(question.questions, own))
        relevant = both(_given(question.consent), question.relevant)
        yield replace(question, consent=own, relevant=relevant, questions=inside)


def _given(name: Scalar | None) -> Scalar | None:
    return None if name is None else Scalar(f"${{{name.text}}} = '{GIVEN}'", name.place)
