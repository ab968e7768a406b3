"""The answer to an autosave: its status, and only what changed around the field being typed in."""

from questionnaire.access import Actor
from questionnaire.filling.reading import Posted
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.saving import Saved
from questionnaire.web.presenting.blocks import blocks_of
from questionnaire.web.presenting.conflicts import conflict_views
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.manner import Manner
from questionnaire.web.presenting.results import charts_of
from questionnaire.web.presenting.sections import (
    changed_blocks,
    explained_anew,
    posted_views,
    reproaches,
    said_anew,
    saved_at,
)
from questionnaire.web.presenting.tasks import task_rows
from questionnaire.web.screens import ChartView, SavedView, SaveStatus


def autosave_view(desk: Desk, actor: Actor, saved: Saved, posted: Posted, manner: Manner) -> SavedView:
    """What to send back after one answer was posted, the page being shown in that manner."""
    fields = frozenset(posted)
    draft_id = saved.draft.draft.id
    item = next((path.rpartition(".")[0] for path in fields if "." in path), None)
    wrong = reproaches(saved.filled, saved.section) | {problem.path: problem for problem in saved.refused}
    after = blocks_of(saved.filled, saved.section, wrong, item, manner)
    before = blocks_of(saved.before, saved.section, reproaches(saved.before, saved.section), item, manner)
    rows = task_rows(saved.filled, draft_id, saved.section.name)
    moved = rows != task_rows(saved.before, draft_id, saved.section.name)
    changed = tuple(changed_blocks(before, after, fields))
    return SavedView(
        saved=_save_status(saved),
        save_url=address("sections.section", draft_id=draft_id, name=saved.section.name),
        revision=None if saved.conflicts else str(saved.page),
        question=next(iter(posted_views(after, fields)), None),
        changed=changed,
        explained=tuple(explained_anew(before, after, changed)),
        repeats=tuple(said_anew(before, after)),
        form_title=saved.filled.wording.say(saved.filled.form.title),
        parts=rows if moved else (),
        conflict=next(iter(conflict_views(desk, actor, saved)), None) if saved.conflicts else None,
        newest=str(saved.draft.draft.revision),
        charts=_moved_charts(saved),
    )


def _moved_charts(saved: Saved) -> tuple[ChartView, ...]:
    """The charts on which the answer moved a mark."""
    charts = charts_of(saved.filled, saved.section)
    return charts if charts != charts_of(saved.before, saved.section) else ()


def status_of(saved: Saved, posted: frozenset[str]) -> int:
    """409 for another person's answer, 422 for what cannot be accepted, 200 otherwise."""
    if saved.conflicts:
        return 409
    wrong = any(path in posted for path in reproaches(saved.filled, saved.section))
    return 422 if wrong or saved.refused or saved.strangers or saved.unasked else 200


def _save_status(saved: Saved) -> SaveStatus:
    if saved.conflicts:
        return SaveStatus("conflict", "Une autre personne a répondu autrement. Choisissez la réponse à garder.")
    notes = [note.message for note in (*saved.strangers, *saved.unasked)]
    if notes:
        return SaveStatus("problem", " ".join(notes))
    return saved_at(saved.draft.context.now, saved.draft.context.tz)
