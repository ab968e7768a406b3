"""Answers brought in a file, in words."""

from questionnaire.journeys.drafting.answers_brought import Kept, Preview
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import FieldGroup, Link, PlainField, PlainFormView
from questionnaire.web.screens.brought import BroughtRow, BroughtView

CONTENT = "_contenu"
TITLE = "Remplir à partir d’un fichier"
HINT = (
    "Un tableau CSV – les questions sur la première ligne, les réponses sur la seconde, ou deux colonnes "
    "«\u00a0question\u00a0» et «\u00a0réponse\u00a0» – ou un fichier de réponses JSON. Rien n’est changé avant "
    "que vous l’ayez vu."
)


def choose_view(draft_id: str, error: str = "") -> PlainFormView:
    """Which file."""
    field = PlainField("fichier", "Fichier", "", "file", HINT, error)
    back = Link("Revenir au document", address("drafts.tasks", draft_id=draft_id))
    return PlainFormView(TITLE, (FieldGroup("", (field,)),), "Voir ce qu’il contient", back, brings_files=True)


def preview_view(found: Preview, draft_id: str, content: str) -> BroughtView:
    """Each answer, as it is and as it would be."""
    rows = tuple(BroughtRow(line.label, line.before, line.after, line.refusal) for line in found.lines)
    taken = len(found.typed)
    changes = counted(taken, "réponse sera reprise", "réponses seront reprises")
    same = counted(found.same, "réponse est déjà celle du document", "réponses sont déjà celles du document")
    return BroughtView(
        title="Ce que contient le fichier",
        lead=f"{changes}." if taken else "Ce fichier ne change aucune réponse.",
        same=f"{same}." if found.same else "",
        rows=rows,
        refused=found.refused,
        hidden=((CONTENT, content),),
        url=address("brought.keep", draft_id=draft_id) if taken else "",
        label="Reprendre ces réponses",
        back=Link("Ne rien changer", address("drafts.tasks", draft_id=draft_id)),
    )


def kept_words(kept: Kept) -> str:
    """What became of it."""
    said = f"{counted(kept.saved, 'réponse reprise du fichier', 'réponses reprises du fichier')}."
    if not kept.left:
        return said
    left = counted(kept.left, "réponse n’a pas été remplacée", "réponses n’ont pas été remplacées")
    return f"{said} {left}\u00a0: une autre personne les a changées entre-temps, ou elles ne vous reviennent pas."
