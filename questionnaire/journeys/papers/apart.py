"""The reserved answers of a document: set apart at its freeze, read afterwards by those who may."""

from collections.abc import Iterator

from questionnaire.access import Actor
from questionnaire.filling import FilledForm
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.reserving import may_see
from questionnaire.journeys.papers.documents import OpenDocument
from questionnaire.spec.values import is_blank
from questionnaire.storage import reserved
from questionnaire.storage.reserved import ReservedAnswer
from questionnaire.storage.transaction import reading


def set_apart(opened: OpenDraft, whole: FilledForm) -> Iterator[ReservedAnswer]:
    """The answers that are frozen beside the common document; ``whole`` has the reasons given for odd ones."""
    rows = {**opened.stored, **opened.reserved}
    for path, value in sorted(whole.values.items()):
        name = path.rpartition(".")[2]
        if name in whole.form.reserved and not is_blank(value):
            writer = rows[path].person_id if path in rows else None
            json = whole.form.questions[name].kind.write(value)
            yield ReservedAnswer(path, json, writer, whole.context.reasons.get(path))


def readable(desk: Desk, actor: Actor, opened: OpenDocument) -> tuple[ReservedAnswer, ...]:
    """The reserved answers of a document that the actor may read; asks the database only where its form has some."""
    form = opened.form
    if not form.reserved:
        return ()
    with reading(desk.session) as session:
        kept = reserved.of_submission(session, actor.perimeter, opened.submission.id)
    own = opened.own and form.instances == "person"
    relation, person = opened.relation(), actor.person.id
    return tuple(
        answer
        for answer in kept
        if own or answer.person_id == person or may_see(actor, form, relation, answer.path.rpartition(".")[2])
    )
