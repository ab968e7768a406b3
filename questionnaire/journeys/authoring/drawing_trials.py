"""What the runner does of the documents of trials that were asked for: one at a time."""

import json
from dataclasses import dataclass

from questionnaire.access import Organisation
from questionnaire.content import Issue
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.authoring.writing import check
from questionnaire.journeys.papers.drawing import draw_document
from questionnaire.journeys.papers.emblems import emblem_of, look_of, read_look
from questionnaire.journeys.papers.producing import Workshop
from questionnaire.journeys.surveys import answering
from questionnaire.spec.model import Form
from questionnaire.storage import people, trial_copies
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing
from questionnaire.storage.trial_copies import TrialCopy

MENTION = "Essai d’un formulaire – sans valeur"


@dataclass(frozen=True, slots=True)
class _Tried:
    form: Form
    organisation: Organisation


def trial_once(workshop: Workshop) -> bool:
    """Draw the document that has waited longest; whether there was any."""
    desk = workshop.desk
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        copy = trial_copies.waiting(session, perimeter)
        if copy is None:
            return False
        organisation = people.get_organisation(session, perimeter, copy.organisation_id)
    try:
        pdf = _drawn(workshop, copy, organisation)
    except QuestionnaireError:
        pdf = b""  # tells whoever waits that nothing will come
    with writing(desk.session) as session:
        trial_copies.made(session, perimeter, copy, pdf)
    return True


def _drawn(workshop: Workshop, copy: TrialCopy, organisation: Organisation) -> bytes:
    form = check(copy.source).form
    if form is None:
        return b""
    filled = answering.filled(workshop.desk, _Tried(form, organisation), json.loads(copy.answers))
    look = read_look(look_of(organisation.profile))
    emblem = emblem_of(look, workshop.blobs)
    issue = Issue(organisation.house.name, copy.asked_at, mentions=(MENTION,), accent=look.accent, emblem=emblem)
    return draw_document(filled, issue, ())
