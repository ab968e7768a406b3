"""Two different answers to one question: both, and a choice."""

from flask import url_for

from questionnaire.access import Actor
from questionnaire.filling import FilledForm
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.saving import Saved
from questionnaire.spec.model import Question
from questionnaire.spec.values import Json, Unreadable
from questionnaire.storage.people import get_people
from questionnaire.storage.transaction import reading
from questionnaire.web.presenting.questions import dom_id
from questionnaire.web.presenting.review import open_item
from questionnaire.web.screens import ConflictsView, ConflictView


def conflicts_view(desk: Desk, actor: Actor, saved: Saved) -> ConflictsView:
    """The page shown instead of overwriting somebody's answer."""
    url = url_for("sections.section", draft_id=saved.draft.draft.id, name=saved.section.name)
    return ConflictsView(
        title="Deux réponses différentes",
        lead="Une autre personne a répondu en même temps que vous. Choisissez la réponse à garder. "
        "Toutes vos autres réponses sont enregistrées.",
        save_url=url,
        back_url=url,
        revision=str(saved.draft.draft.revision),
        conflicts=conflict_views(desk, actor, saved),
    )


def conflict_views(desk: Desk, actor: Actor, saved: Saved) -> tuple[ConflictView, ...]:
    """Each conflict with who answered otherwise, and when."""
    rows = {conflict.path: saved.draft.stored[conflict.path] for conflict in saved.conflicts}
    with reading(desk.session) as session:
        people = get_people(session, actor.perimeter, {row.person_id for row in rows.values()})
    views = []
    for conflict in saved.conflicts:
        row = rows[conflict.path]
        question = saved.draft.form.questions[conflict.path.rpartition(".")[2]]
        person = people.get(row.person_id)
        views.append(
            ConflictView(
                path=conflict.path,
                id=dom_id(conflict.path),
                label=saved.filled.wording.say(question.label),
                mine=shown_answer(saved.filled, question, conflict.mine),
                theirs=shown_answer(saved.filled, question, conflict.theirs),
                who=person.name if person else "Une autre personne",
                mine_typed=typed_answer(question, conflict.mine),
                theirs_typed=typed_answer(question, conflict.theirs),
                when=f"à {row.at.astimezone(saved.draft.context.tz):%H:%M}",
                theirs_url=_anew(saved, conflict.path),
            )
        )
    return tuple(views)


def _anew(saved: Saved, path: str) -> str:
    """The section at its newest revision, which makes an address that the browser cannot take for the page shown."""
    return url_for(
        "sections.section",
        draft_id=saved.draft.draft.id,
        name=saved.section.name,
        ouvert=open_item(path),
        relu=saved.draft.draft.revision,
        _anchor=dom_id(path),
    )


def shown_answer(filled: FilledForm, question: Question, json: Json) -> tuple[str, ...]:
    """A stored answer as people read it, whatever it is."""
    answer = question.kind.from_json(json, question)
    if isinstance(answer, Unreadable):
        return (answer.text,)
    return question.kind.show(answer, question, filled.wording) or ("(sans réponse)",)


def typed_answer(question: Question, json: Json) -> str:
    """A stored answer as a control would post it again."""
    answer = question.kind.from_json(json, question)
    return answer.text if isinstance(answer, Unreadable) else question.kind.typed(answer)
