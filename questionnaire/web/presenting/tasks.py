"""The parts of a draft, where each stands, and what is left."""

from collections.abc import Iterator

from questionnaire.content.processing import BASES
from questionnaire.filling import FilledForm, SectionProgress, State
from questionnaire.filling.remaining import Remaining
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Link, Post, TaskGroup, TaskListView, TaskRow

LEAD = (
    "Remplissez les parties dans l’ordre que vous voulez, seul ou à plusieurs. Tout est enregistré au fur et à mesure."
)
ALONE = "Lisez et remplissez les parties à votre rythme. Tout est enregistré au fur et à mesure."
"""What is said instead of a document that each person has of their own."""

NOTHING_LEFT = Remaining(0, 0)

PLURAL = 2
"""From this number on, French nouns take their plural."""

_FREE = frozenset({"Facultative", "À lire"})
_LABELS = {
    State.TODO: "À faire",
    State.PARTIAL: "En cours",
    State.DONE: "Terminée",
    State.ERROR: "À corriger",
}


def task_rows(filled: FilledForm, draft_id: str, current: str = "") -> tuple[TaskRow, ...]:
    """One row per section on the path."""
    return tuple(_row(filled, progress, draft_id, current) for progress in filled.progress.sections)


def _row(filled: FilledForm, progress: SectionProgress, draft_id: str, current: str) -> TaskRow:
    name = progress.section.name
    untouched_option = progress.optional and progress.state is State.TODO
    optional = "Facultative" if _asks(progress) else "À lire"
    return TaskRow(
        title=filled.wording.say(progress.section.title),
        url=address("sections.section", draft_id=draft_id, name=name),
        state=progress.state.value,
        state_label=optional if untouched_option else _LABELS[progress.state],
        detail=_detail(progress),
        current=name == current,
    )


def _asks(progress: SectionProgress) -> bool:
    """Whether anything is asked in a section that is not only read."""
    return any(question.kind.answered or question.is_repeat for question in progress.section.questions)


def _detail(progress: SectionProgress) -> str:
    if progress.mistakes:
        return counted(progress.mistakes, "réponse est à revoir", "réponses sont à revoir")
    if progress.missing and progress.answered:
        return f"Il reste {counted(progress.missing, 'réponse nécessaire', 'réponses nécessaires')}"
    return ""


def task_list(filled: FilledForm, draft_id: str, *, may_begin: bool = False) -> TaskListView:
    """The whole list, with the button that leads to the first part not finished; ``may_begin`` another document."""
    copy = Post("Commencer une fiche semblable", address("drafts.duplicate", draft_id=draft_id))
    rows = task_rows(filled, draft_id)
    alone = filled.form.instances != "project"
    done = sum(row.state == "done" for row in rows)
    left = filled.remaining if filled.progress.missing else NOTHING_LEFT
    following = next((row.url for row in rows if row.state != "done" and row.state_label not in _FREE), None)
    review = address("drafts.review", draft_id=draft_id)
    title = f"Vérifier mes réponses et {'envoyer' if filled.form.life == 'finished' else 'finaliser'}"
    last = TaskRow(title, review, "waiting", "Pas encore") if following else TaskRow(title, review, "todo", "À faire")
    return TaskListView(
        title=filled.wording.say(filled.form.title),
        lead=ALONE if alone else LEAD,
        groups=(
            TaskGroup("Les parties", counted(len(rows), "partie", "parties"), rows),
            TaskGroup("Pour finir", "", (last,)),
        ),
        done=done,
        total=len(rows),
        done_label="terminée" if done < PLURAL else "terminées",
        remaining_text=_remaining(left),
        remaining_detail="Le nombre dépend de vos réponses." if left.most > left.least else "",
        next_url=following or review,
        next_label="Continuer" if following else "Vérifier mes réponses",
        again=copy if may_begin and not alone else None,
        links=tuple(_links(draft_id, alone=alone)),
        data=tuple(_data(filled)),
        data_link=Link("Ce qui est gardé de vous, et vos droits", address("own_data.page")),
    )


def _data(filled: FilledForm) -> Iterator[str]:
    """Why the form asks for personal data, and by which right; nothing where it does not say."""
    if filled.form.purpose:
        yield f"Ce document sert à\u00a0: {_inside(filled.wording.say(filled.form.purpose))}"
    if filled.form.legal_basis:
        yield f"Base légale\u00a0: {BASES[filled.form.legal_basis]}."


def _inside(sentence: str) -> str:
    """A sentence said after a colon."""
    return sentence[:1].lower() + sentence[1:]


def _links(draft_id: str, *, alone: bool) -> Iterator[Link]:
    if not alone:
        yield Link("Équipe et invitations", address("teams.team", draft_id=draft_id))
    yield Link("Voir les changements", address("history.changes", draft_id=draft_id))
    yield Link("Remplir à partir d’un fichier", address("brought.choose", draft_id=draft_id))
    yield Link("Version à imprimer et à remplir à la main (PDF)", address("blanks.copy", draft_id=draft_id))


def _remaining(left: Remaining) -> str:
    """« Il reste 3 à 6 réponses nécessaires », where conditions are still open."""
    if not left.most:
        return "Toutes les réponses nécessaires sont là"
    most = counted(left.most, "réponse nécessaire", "réponses nécessaires")
    if left.least == left.most:
        return f"Il reste {most}"
    return f"Il reste {left.least} à {most}" if left.least else f"Il reste au plus {most}"


def counted(number: int, one: str, several: str) -> str:
    """A number and its noun, in agreement."""
    return f"{number} {one if number < PLURAL else several}"
