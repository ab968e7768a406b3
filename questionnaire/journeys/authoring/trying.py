"""Trying a form that is being written, as those who answer it will: nothing is kept."""

from dataclasses import dataclass

from questionnaire.access import Actor, Organisation
from questionnaire.filling import FilledForm, Problem
from questionnaire.journeys.authoring.writing import CannotWrite, check, load
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.surveys.answering import wrong
from questionnaire.spec.model import Form, Section
from questionnaire.storage.transaction import reading

APART = "Les listes que l’on complète et les fichiers ne s’essaient pas ici\u00a0: ils sont laissés de côté."


@dataclass(frozen=True, slots=True)
class Trial:
    """A form tried, in the author's own organisation; ``apart`` tells that some of it cannot be tried so."""

    form: Form
    organisation: Organisation
    apart: bool


def open_trial(desk: Desk, actor: Actor, manuscript_id: str) -> Trial:
    """The text as it is kept; raises CannotWrite while it has faults, NotFound, Forbidden."""
    with reading(desk.session):
        form = check(load(desk, actor, manuscript_id).source).form
    if form is None:
        raise CannotWrite("Ce texte a des fautes\u00a0: corrigez-les et enregistrez, puis essayez-le.")
    apart = any(question.is_repeat or question.files for question in form.questions.values())
    return Trial(form, actor.organisation, apart)


def mistakes(filled: FilledForm, section: Section) -> dict[str, Problem]:
    """The problems of one page, those of what is left aside left out."""
    asked = {each.name for each in section.questions if not each.is_repeat and not each.files}
    return {path: problem for path, problem in wrong(filled, section).items() if path in asked}
