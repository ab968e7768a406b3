"""A draft as a whole: begin, its parts, read all answers again, finalise."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from questionnaire.access import Action, Relation, allowed
from questionnaire.journeys import drafts, duplicating, finalising
from questionnaire.web import desk
from questionnaire.web.presenting.review import review_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.tasks import task_list
from questionnaire.web.screens import Link

views = Blueprint("drafts", __name__, url_prefix="/dossiers")


@views.post("/")
def create() -> BaseResponse:
    """Begin a document of the form that the button names."""
    draft_id = drafts.begin(desk.desk(), desk.actor(), request.form.get("formulaire", ""))
    return redirect(url_for(".tasks", draft_id=draft_id))


@views.get("/<draft_id>")
def tasks(draft_id: str) -> str:
    """The parts and where each stands."""
    opened = drafts.open_draft(desk.desk(), desk.actor(), draft_id)
    filled = opened.fill()
    frame = shell(desk.actor(), home_crumb(), Link(opened.head.project_title), section="projects")
    may_begin = allowed(desk.actor(), Action.CREATE_PROJECT, Relation(desk.actor().organisation.id))
    view = task_list(filled, draft_id, may_begin=may_begin)
    return render_template("pages/tasks.html", shell=frame, view=view)


@views.post("/<draft_id>/dupliquer")
def duplicate(draft_id: str) -> BaseResponse:
    """Begin another document with the same answers."""
    copy_id = duplicating.duplicate(desk.desk(), desk.actor(), draft_id)
    return redirect(url_for(".tasks", draft_id=copy_id))


@views.get("/<draft_id>/verifier")
def review(draft_id: str) -> str:
    """Every answer, every problem, and the one button that freezes."""
    opened = drafts.open_draft(desk.desk(), desk.actor(), draft_id)
    may = allowed(desk.actor(), Action.FINALISE, opened.relation())
    view = review_view(opened.fill(), draft_id, opened.draft.revision, may_finalise=may)
    return render_template("pages/review.html", shell=_frame(opened), view=view)


@views.post("/<draft_id>/finaliser")
def finalise(draft_id: str) -> BaseResponse | tuple[str, int]:
    """Freeze the answers, or say everything that prevents it."""
    outcome = finalising.finalise(desk.desk(), desk.actor(), draft_id, request.form.get("_rev", ""))
    if isinstance(outcome, finalising.Finalised):
        return redirect(url_for("documents.document", submission_id=outcome.submission_id))
    view = review_view(outcome.filled, draft_id, outcome.draft.draft.revision, may_finalise=True, refused=outcome.moved)
    return render_template("pages/review.html", shell=_frame(outcome.draft), view=view), 409 if outcome.moved else 422


def _frame(opened: drafts.OpenDraft) -> object:
    here = Link(opened.head.project_title, url_for(".tasks", draft_id=opened.draft.id))
    return shell(desk.actor(), home_crumb(), here, Link("Vérifier mes réponses"), section="projects")


def home_crumb() -> Link:
    """The way back to one's projects."""
    return Link("Projets", url_for("home.index"))
