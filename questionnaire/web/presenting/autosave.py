"""The answer to an autosave: its status, and only what changed around the field being typed in."""

from flask import url_for

from questionnaire.access import Actor
from questionnaire.filling.reading import Posted
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.saving import Saved
from questionnaire.web.presenting.conflicts import conflict_views
from questionnaire.web.presenting.questions import SectionPresenter
from questionnaire.web.presenting.sections import changed_blocks, mistakes_of, posted_views, saved_at
from questionnaire.web.presenting.tasks import task_rows
from questionnaire.web.screens import SavedView, SaveStatus


def autosave_view(desk: Desk, actor: Actor, saved: Saved, posted: Posted) -> SavedView:
    """What to send back after one answer was posted."""
    fields = frozenset(posted)
    draft_id = saved.draft.draft.id
    item = next((path.partition(".")[0] for path in fields if "." in path), None)
    after = SectionPresenter(saved.filled, mistakes_of(saved.filled, saved.section), item).blocks(saved.section)
    before = SectionPresenter(saved.before, mistakes_of(saved.before, saved.section), item).blocks(saved.section)
    rows = task_rows(saved.filled, draft_id, saved.section.name)
    moved = rows != task_rows(saved.before, draft_id, saved.section.name)
    return SavedView(
        saved=_save_status(saved),
        save_url=url_for("sections.section", draft_id=draft_id, name=saved.section.name),
        revision=None if saved.conflicts else str(saved.page),
        question=next(iter(posted_views(after, fields)), None),
        changed=tuple(changed_blocks(before, after, fields)),
        form_title=saved.filled.wording.say(saved.filled.form.title),
        parts=rows if moved else (),
        conflict=next(iter(conflict_views(desk, actor, saved)), None) if saved.conflicts else None,
        newest=str(saved.draft.draft.revision),
    )


def status_of(saved: Saved, posted: frozenset[str]) -> int:
    """409 for another person's answer, 422 for what cannot be accepted, 200 otherwise."""
    if saved.conflicts:
        return 409
    wrong = any(path in posted for path in mistakes_of(saved.filled, saved.section))
    return 422 if wrong or saved.strangers or saved.unasked else 200


def _save_status(saved: Saved) -> SaveStatus:
    if saved.conflicts:
        return SaveStatus("conflict", "Une autre personne a répondu autrement. Choisissez la réponse à garder.")
    notes = [note.message for note in (*saved.strangers, *saved.unasked)]
    if notes:
        return SaveStatus("problem", " ".join(notes))
    return saved_at(saved.draft.context.now, saved.draft.context.tz)
