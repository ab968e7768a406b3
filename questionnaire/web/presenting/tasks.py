"""The parts of a draft, where each stands, and what is left."""

from flask import url_for

from questionnaire.filling import FilledForm, SectionProgress, State, section_progress
from questionnaire.web.screens import Link, Post, TaskGroup, TaskListView, TaskRow

LEAD = (
    "Remplissez les parties dans l’ordre que vous voulez, seul ou à plusieurs. Tout est enregistré au fur et à mesure."
)
PLURAL = 2
"""From this number on, French nouns take their plural."""

_LABELS = {
    State.TODO: "À faire",
    State.PARTIAL: "En cours",
    State.DONE: "Terminée",
    State.ERROR: "À corriger",
}


def task_rows(filled: FilledForm, draft_id: str, current: str = "") -> tuple[TaskRow, ...]:
    """One row per section on the path."""
    return tuple(_row(filled, section_progress(filled, section), draft_id, current) for section in filled.sections())


def _row(filled: FilledForm, progress: SectionProgress, draft_id: str, current: str) -> TaskRow:
    name = progress.section.name
    untouched_option = progress.optional and progress.state is State.TODO
    return TaskRow(
        title=filled.wording.say(progress.section.title),
        url=url_for("sections.section", draft_id=draft_id, name=name),
        state=progress.state.value,
        state_label="Facultative" if untouched_option else _LABELS[progress.state],
        detail=_detail(progress),
        current=name == current,
    )


def _detail(progress: SectionProgress) -> str:
    if progress.mistakes:
        return counted(progress.mistakes, "réponse est à revoir", "réponses sont à revoir")
    if progress.missing and progress.answered:
        return f"Il reste {counted(progress.missing, 'réponse nécessaire', 'réponses nécessaires')}"
    return ""


def task_list(filled: FilledForm, draft_id: str, *, may_begin: bool = False) -> TaskListView:
    """The whole list, with the button that leads to the first part not finished; ``may_begin`` another document."""
    copy = Post("Commencer une fiche semblable", url_for("drafts.duplicate", draft_id=draft_id))
    rows = task_rows(filled, draft_id)
    done = sum(row.state == "done" for row in rows)
    left = sum(section_progress(filled, section).missing for section in filled.sections())
    following = next((row.url for row in rows if row.state != "done" and row.state_label != "Facultative"), None)
    review = url_for("drafts.review", draft_id=draft_id)
    title = "Vérifier mes réponses et finaliser"
    last = TaskRow(title, review, "waiting", "Pas encore") if following else TaskRow(title, review, "todo", "À faire")
    return TaskListView(
        title=filled.wording.say(filled.form.title),
        lead=LEAD,
        groups=(
            TaskGroup("Les parties", counted(len(rows), "partie", "parties"), rows),
            TaskGroup("Pour finir", "", (last,)),
        ),
        done=done,
        total=len(rows),
        done_label="terminée" if done < PLURAL else "terminées",
        remaining_text=_remaining(left),
        remaining_detail="Le nombre dépend de vos réponses." if left else "",
        next_url=following or review,
        next_label="Continuer" if following else "Vérifier mes réponses",
        again=copy if may_begin else None,
        links=(
            Link("Équipe et invitations", url_for("teams.team", draft_id=draft_id)),
            Link("Voir les changements", url_for("history.changes", draft_id=draft_id)),
        ),
    )


def _remaining(left: int) -> str:
    if not left:
        return "Toutes les réponses nécessaires sont là"
    return f"Il reste {counted(left, 'réponse nécessaire', 'réponses nécessaires')}"


def counted(number: int, one: str, several: str) -> str:
    """A number and its noun, in agreement."""
    return f"{number} {one if number < PLURAL else several}"
