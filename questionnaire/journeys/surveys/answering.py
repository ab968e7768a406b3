"""Answering a survey: nothing is kept before it is sent, and then nothing but the answers and the day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from questionnaire.access import Organisation, Perimeter
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import FilledForm, Problem, fill, frozen_sheet, read_post
from questionnaire.filling.answers import from_stored, question_at
from questionnaire.filling.paths import parse_path, stands_in
from questionnaire.filling.reading import Posted
from questionnaire.journeys.desk import Desk
from questionnaire.spec.model import Form, Section
from questionnaire.spec.values import Json
from questionnaire.storage import people, surveys
from questionnaire.storage.surveys import Survey
from questionnaire.storage.transaction import reading, writing


class SurveyOver(QuestionnaireError):
    """The survey is not open, or no more."""


class NotComplete(QuestionnaireError):
    """Something is missing or to correct before the answers can be sent."""


class Asked(Protocol):
    """A form that is answered page by page without anything being kept, and the organisation that asks."""

    @property
    def form(self) -> Form:
        """What is asked."""

    @property
    def organisation(self) -> Organisation:
        """Who asks."""


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey that one may answer, its form, and the organisation that asks."""

    survey: Survey
    form: Form
    organisation: Organisation


def open_survey(desk: Desk, survey_id: str) -> OpenSurvey:
    """The survey of an address; raises NotFound or SurveyOver."""
    with reading(desk.session) as session:
        found = surveys.by_address(session, survey_id)
        perimeter = Perimeter(frozenset({found.organisation_id}))
        place = people.get_organisation(session, perimeter, found.organisation_id)
        form = desk.shelf.version(session, found.digest)
    if not found.is_open(desk.clock().date()):
        raise SurveyOver("Cette enquête est terminée, ou pas encore ouverte. Merci de votre intérêt.")
    return OpenSurvey(found, form, place)


def filled(desk: Desk, opened: Asked, stored: Mapping[str, Json]) -> FilledForm:
    """The form with what was answered so far."""
    return fill(opened.form, from_stored(opened.form, stored), desk.context(opened.organisation, opened.form))


@dataclass(frozen=True, slots=True)
class Turned:
    """A page posted: what is answered now, the form so filled, and whether new questions appeared on that page."""

    stored: dict[str, Json]
    filled: FilledForm
    more: bool


def turn(desk: Desk, opened: Asked, stored: Mapping[str, Json], section: Section, posted: Posted) -> Turned:
    """Take what a page posts; fields that the page cannot have are left aside."""
    before = filled(desk, opened, stored)
    read = read_post(before, section, posted).answers
    now = {path: question_at(opened.form, parse_path(path)).kind.to_json(answer) for path, answer in read.items()}
    kept = {**stored, **now}
    after = filled(desk, opened, kept)
    names = {each.name for question in section.questions for each in question.whole() if each.kind.answered}
    appeared = after.relevant - before.relevant
    return Turned(kept, after, more=any(stands_in(path, names) for path in appeared))


def send(desk: Desk, opened: OpenSurvey, stored: Mapping[str, Json]) -> None:
    """Keep the answers, with the day and nothing else. Raises NotComplete, SurveyOver."""
    form = filled(desk, opened, stored)
    if form.problems:
        raise NotComplete("Il reste des réponses à donner ou à corriger.")
    sheet = json.dumps(frozen_sheet(form), ensure_ascii=False, sort_keys=True)
    with writing(desk.session) as session:
        surveys.answer(session, opened.survey, sheet, desk.clock().date())
    surveys.forget_order(desk.session)


def wrong(form: FilledForm, section: Section) -> dict[str, Problem]:
    """The problems of one page, by path."""
    names = {question.name for question in section.questions}
    return {problem.path: problem for problem in form.problems if problem.path in names}
