"""Beginning a document from a previous one: a new project, and the answers that the form still asks for."""

from questionnaire.access import Action, Actor
from questionnaire.filling import BadPath, Change, Veil, parse_path
from questionnaire.filling.answers import question_at
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.beginning import begin
from questionnaire.journeys.drafting.drafts import OpenDraft, open_draft
from questionnaire.journeys.drafting.saving import load_open, retitle, store
from questionnaire.spec import Form
from questionnaire.spec.consenting import CONSENT
from questionnaire.storage.transaction import writing


def duplicate(desk: Desk, actor: Actor, draft_id: str) -> str:
    """Begin a draft with the answers of another, finalised or not; gives the new draft's id.

    Answers to questions that the present version of the form has no more are left behind.
    """
    previous = open_draft(desk, actor, draft_id, Action.READ_DRAFT)
    copy_id = begin(desk, actor, previous.form.name)
    with writing(desk.session):
        copy = load_open(desk, actor, copy_id)
        after = store(desk, actor, copy, _answers(previous, copy.form))
        retitle(desk, actor, after, after.fill())
    return copy_id


def _answers(previous: OpenDraft, form: Form) -> tuple[Change, ...]:
    rows = ((path, row.value) for path, row in previous.stored.items() if row.value is not None)
    apart = Veil(previous.form.reserved)
    return tuple(Change(path, None, value) for path, value in rows if not apart.hides(path) and _is_asked(form, path))


def _is_asked(form: Form, path: str) -> bool:
    """Whether the form asks it of everybody.

    Reserved answers, files, consents and what they allowed stay with the document that they were for; so does what
    was drawn for it.
    """
    try:
        question = question_at(form, parse_path(path))
    except BadPath:
        return False
    apart = question.files is not None or question.consent or question.kind.name == CONSENT or question.kept
    return question.visible_to is None and not apart
