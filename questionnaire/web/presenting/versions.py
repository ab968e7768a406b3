"""A newer version of a form in words: the line on the draft's page, and what moving there would do."""

from collections.abc import Iterator

from questionnaire.filling import FilledForm, Problem
from questionnaire.filling.moving import Passage, Why
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.renewal import Renewal
from questionnaire.spec import Form
from questionnaire.spec.values import Json
from questionnaire.web.presenting.conflicts import shown_answer
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.talk import label_at
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import Link, LostView, Notice, Post, VersionView

WORDS = {
    Why.GONE: "La nouvelle version ne pose plus cette question.",
    Why.PLACE: "Cette question est posée autrement dans la nouvelle version.",
    Why.COMPUTED: "La nouvelle version calcule cette réponse.",
    Why.KIND: "La nouvelle version attend une autre sorte de réponse.",
    Why.OPTION: "Ce choix n’est plus proposé.",
    Why.READERS: "D’autres personnes liraient cette réponse\u00a0: elle n’est pas reprise sans leur accord.",
    Why.CONSENT: "Elle dépend d’un accord que la nouvelle version demande autrement. "
    "Elle sera effacée, et n’apparaîtra pas dans les changements.",
}
"""Why an answer is lost."""

MOVED = (
    "Le document ou son formulaire a changé pendant que vous lisiez cette page. Rien n’a été fait\u00a0: "
    "relisez ce qui suit, puis confirmez de nouveau."
)


def newer_notice(opened: OpenDraft, newer: Form | None) -> Notice | None:
    """The line on the page of a draft."""
    if newer is None:
        return None
    link = Link("Voir ce que cela change", address("versions.newer", draft_id=opened.draft.id))
    return Notice("Une version plus récente de ce formulaire existe.", link=link)


def version_view(found: Renewal, *, moved: bool = False) -> VersionView:
    """The page that tells all before anything is done."""
    draft, form = found.opened.draft, found.after.form
    fields = (("_rev", str(draft.revision)), ("version", form.digest))
    return VersionView(
        title="Passer à la version plus récente",
        lead=f"Ce document suit la version {draft.form.version} du formulaire «\u00a0"
        f"{found.after_filled.wording.say(form.title)}\u00a0». La version {form.version} est publiée. "
        "Vous pouvez y passer, ou finir dans la version actuelle\u00a0: les deux sont valables.",
        kept=_kept(found),
        lost=tuple(_lost(found, passage) for passage in found.lost()),
        also=tuple(_also(found)),
        asked=tuple(_asked(found)),
        review=tuple(_review(found)),
        confirm=Post(f"Passer à la version {form.version}", address("versions.move", draft_id=draft.id), fields),
        back=Link("Rester dans la version actuelle", address("drafts.tasks", draft_id=draft.id)),
        notice=Notice(MOVED, "attention") if moved else None,
    )


def _kept(found: Renewal) -> str:
    number = found.kept()
    if not number:
        return "Aucune réponse n’est à reprendre."
    files = any(question.files for question in found.opened.form.questions.values())
    said = counted(number, "réponse est reprise", "réponses sont reprises")
    return f"{said} sans changement{', avec les fichiers joints' if files else ''}."


def _lost(found: Renewal, passage: Passage) -> LostView:
    before = found.before_filled
    return LostView(
        label=label_at(before, passage.path),
        value=_shown(before, passage.path, passage.before),
        why=WORDS[passage.why or Why.GONE],
        left=() if passage.after is None else _shown(found.after_filled, passage.path, passage.after),
    )


def _shown(filled: FilledForm, path: str, json: Json) -> tuple[str, ...]:
    return shown_answer(filled, filled.form.questions[path.rpartition(".")[2]], json)


def _also(found: Renewal) -> Iterator[str]:
    """What is lost beside the answers that are shown."""
    unseen = found.lost_unseen()
    if unseen:
        yield (
            f"{counted(unseen, 'réponse réservée', 'réponses réservées')} à d’autres personnes de l’équipe, "
            "que vous ne voyez pas."
        )
    say = found.before_filled.wording.say
    for section, holder in found.released:
        yield f"La partie «\u00a0{say(section.title)}\u00a0», confiée à {holder.name}, n’existe plus."


def _asked(found: Renewal) -> Iterator[str]:
    filled = found.after_filled
    for path in found.asked():
        yield f"{label_at(filled, path)}{'' if path in filled.required else ' (facultatif)'}"


def _review(found: Renewal) -> Iterator[str]:
    def said(problem: Problem) -> str:
        return f"{label_at(found.after_filled, problem.path)}\u00a0: {problem.message}"

    return map(said, found.to_review())
