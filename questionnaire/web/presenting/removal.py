"""Removing an item: the question before, and the way back after."""

from collections.abc import Iterable, Iterator

from flask import url_for

from questionnaire.filling import FilledForm, Place, parse_path
from questionnaire.filling.paths import question_name
from questionnaire.spec.kinds.files import told
from questionnaire.spec.values import FileRef
from questionnaire.web.screens import ConfirmRemovalView, Notice, Post


def removal_view(filled: FilledForm, path: str, url: str, keep_url: str) -> ConfirmRemovalView:
    """« Retirer Yann Kerviel ? », with the answers that go."""
    place = parse_path(path)
    group, key = place.group or "", place.key or ""
    repeat = Place(filled.form.questions[place.question], group)
    title = filled.wording.item_called(path)
    return ConfirmRemovalView(
        title=f"Retirer «\u00a0{title}\u00a0»\u00a0?",
        text="Ses réponses quittent le document. Vous pourrez revenir sur ce choix juste après.",
        remove=Post("Retirer", url, (("element", path),)),
        keep_url=keep_url,
        keep_label="Garder",
        lines=tuple(_lost(filled, repeat.inside(key))),
    )


def _lost(filled: FilledForm, places: Iterable[Place], before: str = "") -> Iterator[str]:
    """The answers of an item, a line each; those of the items inside it after their title."""
    for place in places:
        label = filled.wording.say(place.question.label, place.group, place.key)
        if not place.question.is_repeat:
            shown = filled.wording.shown(place.path)
            yield from (f"{before}{label}\u00a0: {', '.join(each)}" for each in [shown] if each)
        for rank, key in enumerate(filled.keys(place.path) if place.question.is_repeat else (), start=1):
            title = filled.wording.item_title(place.path, key, rank)
            yield from _lost(filled, place.inside(key), f"{before}{title} – ")


def removed_notice(filled: FilledForm, draft_id: str, name: str, path: str | None) -> Notice | None:
    """After a removal: what was done, and the button that takes it back."""
    if path is None:
        return None
    question = filled.form.questions.get(question_name(path))
    if question is None or not question.is_repeat:
        return None
    url = url_for("sections.restore", draft_id=draft_id, name=name)
    undo = Post("Annuler", url, (("element", path),))
    return Notice(f"Retiré\u00a0: {filled.wording.say(question.label).lower()}.", "neutral", undo)


def file_removal_view(filled: FilledForm, path: str, ref: FileRef, url: str, keep_url: str) -> ConfirmRemovalView:
    """« Retirer « plan.pdf » ? »."""
    return ConfirmRemovalView(
        title=f"Retirer «\u00a0{ref.name}\u00a0»\u00a0?",
        text="Ce fichier quitte le document. Vous pourrez revenir sur ce choix juste après.",
        remove=Post("Retirer", url, (("question", path), ("fichier", ref.sha256))),
        keep_url=keep_url,
        keep_label="Garder",
        lines=(f"{label_of(filled, path)}\u00a0: {ref.name} ({told(ref)})",),
    )


def file_removed_notice(filled: FilledForm, draft_id: str, name: str, path: str, sha256: str | None) -> Notice | None:
    """After a file was taken away: the button that puts it back."""
    place = path.rpartition(".")[2]
    if sha256 is None or place not in filled.form.questions or filled.form.questions[place].files is None:
        return None
    url = url_for("files.restore", draft_id=draft_id, name=name)
    undo = Post("Annuler", url, (("question", path), ("fichier", sha256)))
    return Notice(f"Fichier retiré\u00a0: {label_of(filled, path)}.", "neutral", undo)


def label_of(filled: FilledForm, path: str) -> str:
    """What the question at a path asks."""
    place = parse_path(path)
    return filled.wording.say(filled.form.questions[place.name or ""].label, place.group, place.key)
