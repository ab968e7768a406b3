"""The questions that patients, or those who are close to them, answer."""

import re
from collections.abc import Iterable

from questionnaire.spec.advice.counting import words
from questionnaire.spec.advice.details import MISSING_EASY
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.codebook import said
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.model import Form, Question
from questionnaire.spec.parties import Party

PATIENTS = frozenset({"patient_partenaire", "proche_aidant_partenaire"})
"""The roles of people in care and of those who help them."""

_CALLED = re.compile(
    r"\b(?:patient|usager|personnes? (?:en soin|accompagnée|âgée)|proche|aidant|résident|famille)", re.IGNORECASE
)
WORDY = 8
"""Words of a label and its hint from which easier ones may help; « Prénom » has none easier."""


def patient_facing(form: Form) -> frozenset[str]:
    """The sections that patients fill: those of their stages where there are any; else all of a form made for them.

    A form is made for them when it is an anonymous survey, when ``audience`` names them, or when a party of a form that
    each person fills for oneself is one of theirs.
    """
    if form.stages:
        return frozenset(name for stage in form.stages if _has_patients(stage.parties) for name in stage.sections)
    named = form.audience is not None and _CALLED.search(said(form.audience)) is not None
    if form.privacy == "anonymous" or named or (form.instances != "project" and _has_patients(form.parties.values())):
        return frozenset(section.name for section in form.sections)
    return frozenset()


def _length(question: Question) -> int:
    return sum(len(words(said(text))) for text in (question.label, question.hint) if text is not None)


def _has_patients(parties: Iterable[Party]) -> bool:
    return any(PATIENTS & frozenset(party.roles) for party in parties)


def look_for_easy(form: Form, questions: Iterable[QuestionSpec], gathering: Gathering) -> None:
    """Advise easier words for each question of some words that patients answer without any."""
    sections = patient_facing(form)
    for question in questions:
        compiled = form.questions[question.name.text]
        kind = KINDS[question.kind.text]
        asked = (kind.answered or kind.name == "grid") and _length(compiled) >= WORDY
        if asked and question.easy is None and compiled.section in sections:
            gathering.add(MISSING_EASY, question.name.text, question.label.place, name=question.name.text)
