"""Removing an item: the question before, and the way back after."""

from flask import url_for

from questionnaire.filling import FilledForm, leaf_path, parse_path
from questionnaire.spec.kinds.files import told
from questionnaire.spec.values import FileRef
from questionnaire.web.screens import ConfirmRemovalView, Notice, Post


def removal_view(filled: FilledForm, path: str, url: str, keep_url: str) -> ConfirmRemovalView:
    """« Retirer Yann Kerviel ? », with the answers that go."""
    place = parse_path(path)
    group, key = place.group or "", place.key or ""
    repeat = filled.form.questions[group]
    title = filled.wording.item_title(repeat, key, filled.keys(group).index(key) + 1)
    lines = (
        f"{filled.wording.say(child.label, group, key)}\u00a0: {', '.join(shown)}"
        for child in repeat.questions
        if (shown := filled.wording.shown(leaf_path(group, key, child.name)))
    )
    return ConfirmRemovalView(
        title=f"Retirer «\u00a0{title}\u00a0»\u00a0?",
        text="Ses réponses quittent le document. Vous pourrez revenir sur ce choix juste après.",
        remove=Post("Retirer", url, (("element", path),)),
        keep_url=keep_url,
        keep_label="Garder",
        lines=tuple(lines),
    )


def removed_notice(filled: FilledForm, draft_id: str, name: str, path: str | None) -> Notice | None:
    """After a removal: what was done, and the button that takes it back."""
    if path is None:
        return None
    group = path.partition("[")[0]
    question = filled.form.questions.get(group)
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
