"""The workshop of forms, in words."""

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_stored
from questionnaire.journeys.authoring.publishing import Plan, Shown
from questionnaire.journeys.authoring.trying import APART, Trial
from questionnaire.journeys.authoring.writing import Checked, Listed
from questionnaire.spec import Fault, Form
from questionnaire.spec.codebook import said
from questionnaire.spec.differences import told
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.questions import SectionPresenter
from questionnaire.web.presenting.surveys import SEND
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    ConfirmRemovalView,
    FieldGroup,
    Link,
    Notice,
    PlainField,
    PlainFormView,
    Post,
    PreparingView,
)
from questionnaire.web.screens.authoring import CheckView, EditorView, FaultView, FormRow, PublishView, WorkshopView
from questionnaire.web.screens.surveys import SurveyView

TITLE = "Atelier des formulaires"
SHOWN_FAULTS = 20
"""Faults told at once: mending the first ones mends others."""

KEPT = Notice("Enregistré.")
PUBLISHED = Notice("Publié\u00a0: votre organisation et celles qui en dépendent le proposent dès maintenant.")
WITHDRAWN = Notice("Retiré\u00a0: plus personne ne le commence. Les documents commencés continuent.")
DISCARDED = Notice("Supprimé.")
NOTICES = {"publie": PUBLISHED, "retire": WITHDRAWN, "supprime": DISCARDED}
AGAIN = "recommencer"
SAMPLE, PAPER = "exemple", "document"
TRIAL = "Essai\u00a0: rien de ce que vous écrivez ici n’est gardé."
MOVED = Notice(
    "Quelqu’un d’autre a enregistré ce formulaire pendant que vous écriviez. Votre texte est ci-dessous, rien n’en est "
    "perdu. Reprenez-y ce que vous voulez garder de l’autre texte, puis enregistrez\u00a0: le vôtre le remplacera.",
    "attention",
)


def workshop_view(
    actor: Actor, written: tuple[Listed, ...], shown: tuple[Shown, ...], notice: Notice | None
) -> WorkshopView:
    """The first page."""
    zone = ZoneInfo(actor.organisation.timezone)
    return WorkshopView(
        title=TITLE,
        lead="Écrivez un questionnaire ou un document, essayez-le, puis publiez-le pour votre organisation.",
        begin=Link("Nouveau formulaire", address("authoring.begin")),
        bring=Link("Apporter un fichier", address("authoring.bring")),
        written=tuple(_written(each, zone) for each in written),
        published=tuple(_published(each, zone) for each in shown),
        notice=notice,
    )


def _written(each: Listed, zone: ZoneInfo) -> FormRow:
    url = address("authoring.edit", manuscript_id=each.manuscript.id)
    name = f"{each.name}, " if each.name else ""
    return FormRow(Link(each.title, url), f"{name}modifié le {moment(each.manuscript.updated_at, zone)}")


def _published(each: Shown, zone: ZoneInfo) -> FormRow:
    row = each.publication
    detail = f"{row.form}, version {row.version}, publié le {moment(row.published_at, zone)}"
    if row.withdrawn_at is not None:
        detail += f", retiré le {moment(row.withdrawn_at, zone)}"
    elif not each.fit:
        detail += "\u00a0: mis de côté, ce logiciel ne le lit plus. Partez de cette version et corrigez-la"
    about = f"{each.title}, version {row.version}"
    restart = Post("En écrire une suite", address("authoring.restart", publication_id=row.id), about=about)
    take_back = Link("Retirer", address("authoring.withdraw", publication_id=row.id))
    return FormRow(each.title, detail, (restart,) if row.withdrawn_at else (restart, take_back))


def begin_view(typed: str = "", error: str = "") -> PlainFormView:
    """The name of a new form."""
    hint = "En minuscules, sans accent ni espace, comme enquete_accueil. Il ne change plus une fois publié."
    field = PlainField("nom", "Nom du formulaire", typed, "text", hint, error)
    return PlainFormView(
        "Nouveau formulaire", (FieldGroup("", (field,)),), "Commencer", Link("Annuler", address("authoring.index"))
    )


def bring_view(error: str = "") -> PlainFormView:
    """A file that somebody has."""
    hint = (
        "Un formulaire en YAML, un classeur XLSForm (.xlsx, .xls, .ods) ou un questionnaire FHIR (.json). "
        "Rien n’est publié sans vous."
    )
    field = PlainField("fichier", "Fichier", "", "file", hint, error)
    back = Link("Annuler", address("authoring.index"))
    return PlainFormView("Apporter un fichier", (FieldGroup("", (field,)),), "Apporter", back, brings_files=True)


def editor_view(manuscript: Manuscript, check: CheckView, notice: Notice | None = None) -> EditorView:
    """The text as it is kept."""
    here = {"manuscript_id": manuscript.id}
    return EditorView(
        title="Écrire un formulaire",
        source=manuscript.source,
        revision=manuscript.revision,
        check=check,
        check_url=address("authoring.check", **here),
        attempt=Link("Essayer", address("trials.answer", **here)),
        publish=Link("Publier…", address("authoring.publish", **here)),
        discard=Link("Supprimer", address("authoring.discard", **here)),
        back=Link("Revenir à l’atelier", address("authoring.index")),
        notice=notice,
    )


def check_view(checked: Checked, context: Context, section: str = "") -> CheckView:
    """What a text is worth; ``section`` is the one to show, the first one otherwise."""
    if checked.form is None:
        many = counted(len(checked.faults), "faute à corriger", "fautes à corriger")
        lines = checked.source.split("\n")
        return CheckView(many, sound=False, faults=tuple(_fault(each, lines) for each in checked.faults[:SHOWN_FAULTS]))
    form = checked.form
    filled = fill(form, from_stored(form, {}), context)
    shown = form.section(section) or form.sections[0]
    titles = tuple((each.name, said(each.title), each is shown) for each in form.sections)
    many = counted(sum(question.kind.answered for question in form.questions.values()), "question", "questions")
    blocks = SectionPresenter(filled, {}).blocks(shown)
    return CheckView(f"Aucune faute\u00a0: {many}.", sound=True, sections=titles, blocks=blocks)


def _fault(fault: Fault, lines: list[str]) -> FaultView:
    excerpt = lines[fault.line - 1] if 0 < fault.line <= len(lines) else ""
    place = f"Ligne {fault.line}, colonne {fault.column}"
    return FaultView(place, fault.message, fault.remedy, excerpt, " " * (fault.column - 1) if excerpt else "")


def publish_view(plan: Plan) -> PublishView:
    """What publishing does."""
    manuscript = plan.manuscript
    here = {"manuscript_id": manuscript.id}
    back = Link("Revenir au texte", address("authoring.edit", **here))
    if plan.form is None or plan.refusals:
        return PublishView("Publier un formulaire", (), (), plan.refusals, None, back)
    fields = (("revision", str(manuscript.revision)),)
    publish = Post("Publier cette version", address("authoring.publish", **here), fields)
    changes = tuple(told(plan.compared)) if plan.compared else ()
    return PublishView("Publier un formulaire", tuple(_facts(plan.form)), changes, (), publish, back)


def _facts(form: Form) -> Iterator[tuple[str, str]]:
    yield "Titre", said(form.title)
    yield "Nom", form.name
    yield "Version", form.version
    yield "Questions", str(sum(question.kind.answered for question in form.questions.values()))


_BEGINNING = ((SAMPLE, "Remplir avec des réponses d’exemple"),)


def paper_view(url: str, back: str) -> PreparingView:
    """While the document of a trial is drawn."""
    text = "Le document de ces réponses (PDF) est prêt dans quelques secondes. Il est effacé après un jour."
    return PreparingView("Votre document d’essai se prépare", text, url, back, "Revenir à l’essai")


def trial_view(trial: Trial, view: SurveyView) -> SurveyView:
    """A page of a survey as one of a trial: nothing is sent at its end."""
    notice = view.notice or Notice(f"{TRIAL} {APART}" if trial.apart else TRIAL)
    ends = view.action == SEND
    return replace(
        view,
        heading="Fin de l’essai" if ends else view.heading,
        action=AGAIN if ends else view.action,
        label="Recommencer l’essai" if ends else view.label,
        others=((PAPER, "Voir le document (PDF)"), (SAMPLE, "D’autres réponses d’exemple")) if ends else _BEGINNING,
        notice=notice,
    )


def discard_view(manuscript: Manuscript) -> ConfirmRemovalView:
    """Before a text goes."""
    here = {"manuscript_id": manuscript.id}
    return ConfirmRemovalView(
        "Supprimer ce texte\u00a0?",
        "Le texte en cours d’écriture disparaît. Les versions déjà publiées restent.",
        Post("Supprimer", address("authoring.discard", **here)),
        address("authoring.edit", **here),
        "Ne pas supprimer",
    )


def withdraw_view(shown: Shown) -> ConfirmRemovalView:
    """Before a version is offered no more."""
    row = shown.publication
    return ConfirmRemovalView(
        f"Retirer «\u00a0{shown.title}\u00a0», version {row.version}\u00a0?",
        "Plus personne ne commence de document avec cette version. Ceux qui sont commencés continuent, ceux qui sont "
        "signés restent. S’il y a une version d’avant, c’est elle qui est proposée de nouveau.",
        Post("Retirer", address("authoring.withdraw", publication_id=row.id)),
        address("authoring.index"),
        "Ne pas retirer",
    )
