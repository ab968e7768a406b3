"""Running a survey, at a terminal: opened for an organisation, closed, its answers counted group by group."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date

from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.desk import Desk
from questionnaire.results.small_groups import RESPONDENTS, published_list
from questionnaire.spec.anonymous import ANONYMOUS
from questionnaire.spec.codebook import said
from questionnaire.spec.model import Question
from questionnaire.storage import forms, surveys
from questionnaire.storage.ids import new_id
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.records import FormVersion
from questionnaire.storage.surveys import Survey
from questionnaire.storage.transaction import reading, writing


class CannotOpen(QuestionnaireError):
    """The form is none that unknown people answer."""


class StillOpen(QuestionnaireError):
    """People may still answer: two counts between which one answered would tell what that one said."""


def begin(desk: Desk, form_name: str, organisation_id: str, closes_on: date | None = None) -> Survey:
    """Open a survey with the present version of a form. Raises CannotOpen, or as the shelf does."""
    with reading(desk.session) as session:
        desk.shelf.refresh(session)
    form = desk.shelf.current(form_name, organisation_id)
    if form.privacy != ANONYMOUS:
        raise CannotOpen("Ce formulaire n’est pas anonyme\u00a0: privacy: anonymous.")
    now = desk.clock()
    new = Survey(new_id(), organisation_id, form.name, form.digest, now.date(), closes_on)
    with writing(desk.session) as session:
        forms.use(session, FormVersion(form.name, form.version, form.digest, form.yaml, now))
        surveys.add(session, whole_perimeter(session), new)
    return new


def end(desk: Desk, survey_id: str) -> bool:
    """Let yesterday have been the last day; False without such a survey."""
    with writing(desk.session) as session:
        day = desk.clock().date()
        return surveys.close(session, whole_perimeter(session), survey_id, date.fromordinal(day.toordinal() - 1))


def every(desk: Desk) -> tuple[tuple[Survey, int], ...]:
    """All surveys, each with how many answered."""
    with reading(desk.session) as session:
        whole = whole_perimeter(session)
        return tuple((each, surveys.number(session, whole, each.id)) for each in surveys.listing(session, whole))


@dataclass(frozen=True, slots=True)
class Counted:
    """How many chose each answer to a question, or ranked it first.

    Counts too small to be told are hidden, and others with them.
    """

    label: str
    choices: tuple[str, ...]
    counts: tuple[int | None, ...]


def results(desk: Desk, survey_id: str, threshold: int = RESPONDENTS) -> tuple[Counted, ...]:
    """The answers to questions with choices, counted; nothing of fewer than ``threshold``.

    Raises NotFound, StillOpen.
    """
    with reading(desk.session) as session:
        whole = whole_perimeter(session)
        survey = surveys.get(session, whole, survey_id)
        if survey.is_open(desk.clock().date()):
            raise StillOpen("Cette enquête est encore ouverte\u00a0: ses résultats se lisent une fois fermée.")
        form = desk.shelf.version(session, survey.digest)
        sheets = [json.loads(text) for text in surveys.answers_of(session, whole, survey_id)]
    asked = [each for each in form.questions.values() if each.choices]
    return tuple(_counted(each, sheets, threshold) for each in asked)


def _counted(question: Question, sheets: list[dict[str, object]], threshold: int) -> Counted:
    first = 1 if question.kind.name == "rank" else None
    given = [_chosen(sheet[question.name])[:first] for sheet in sheets if sheet.get(question.name) is not None]
    counts = Counter(name for names in given for name in names)
    listed = [counts[choice.name] for choice in question.choices]
    if question.kind.name == "select_multiple":
        shown = tuple(_ticked(count, len(given), threshold) for count in listed)
    else:
        shown = published_list(listed, threshold).rows[0]
    return Counted(said(question.label), tuple(said(choice.label) for choice in question.choices), shown)


def _chosen(answer: object) -> tuple[str, ...]:
    return tuple(map(str, answer)) if isinstance(answer, list) else (str(answer),)


def _ticked(count: int, among: int, threshold: int) -> int | None:
    """How many ticked a box, where that tells neither of a few who did nor of a few who did not."""
    return published_list((count, among - count), threshold).rows[0][0]
