"""A draft as a whole: begin, its parts, read all answers again, finalise."""

from dataclasses import replace

from flask import Blueprint, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from questionnaire.access import Action, Relation, allowed
from questionnaire.filling import FilledForm
from questionnaire.journeys.drafting import beginning, drafts, duplicating, renewal, upholding
from questionnaire.journeys.papers import appointing, finalising
from questionnaire.journeys.teamwork import overview
from questionnaire.web import desk
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.odd_answers import reason_id, typed_reasons, with_odd_answers
from questionnaire.web.presenting.review import review_view
from questionnaire.web.presenting.sections import source_lines
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.signers import with_invitations
from questionnaire.web.presenting.together import shared_review, shared_task_list
from questionnaire.web.presenting.versions import newer_notice
from questionnaire.web.screens import Link, Notice, Shell

views = Blueprint("drafts", __name__, url_prefix="/dossiers")


@views.post("/")
def create() -> BaseResponse:
    """Begin a document of the form that the button names."""
    draft_id = beginning.begin(desk.desk(), desk.actor(), request.form.get("formulaire", ""))
    return redirect(url_for(".tasks", draft_id=draft_id))


@views.get("/<draft_id>")
def tasks(draft_id: str) -> str:
    """The parts and where each stands."""
    over = overview.overview(desk.desk(), desk.actor(), draft_id)
    opened, filled = over.opened, over.opened.fill()
    first, project, here = draft_crumbs(opened)
    lines = source_lines(filled)
    frame = shell(desk.actor(), first, project, Link(here.text), section="projects", source_lines=lines)
    may_begin = allowed(desk.actor(), Action.CREATE_PROJECT, Relation(desk.actor().organisation.id))
    view = shared_task_list(over, filled, may_begin=may_begin, keeping=desk.keeping())
    newer = newer_notice(opened, renewal.newer(desk.desk(), desk.actor(), opened))
    view = replace(view, notice=flashed() or view.notice, newer=newer)
    return render_template("pages/tasks.html", shell=frame, view=view)


@views.post("/<draft_id>/dupliquer")
def duplicate(draft_id: str) -> BaseResponse:
    """Begin another document with the same answers."""
    copy_id = duplicating.duplicate(desk.desk(), desk.actor(), draft_id)
    return redirect(url_for(".tasks", draft_id=copy_id))


@views.get("/<draft_id>/verifier")
def review(draft_id: str) -> str:
    """Every answer, every problem, and the one button that freezes."""
    over = overview.overview(desk.desk(), desk.actor(), draft_id)
    opened, filled = over.opened, over.opened.fill()
    may = allowed(desk.actor(), Action.FINALISE, opened.relation())
    known = upholding.standing(desk.desk(), desk.actor(), opened, filled)
    filled = appointing.judged(desk.desk(), desk.actor(), opened, filled)
    view = review_view(filled, draft_id, opened.draft.revision, may_finalise=may)
    view = with_invitations(view, filled, draft_id)
    view = shared_review(over, filled, with_odd_answers(view, filled, draft_id, known))
    return render_template("pages/review.html", shell=_frame(opened, filled), view=view)


@views.post("/<draft_id>/maintenir")
def uphold(draft_id: str) -> BaseResponse | tuple[str, int]:
    """Keep the reasons given for odd answers."""
    path = request.form.get("maintenir", "")
    kept = upholding.uphold(desk.desk(), desk.actor(), draft_id, path, typed_reasons(request.form.to_dict()))
    if not kept.standing.errors:
        return redirect(url_for(".review", draft_id=draft_id, _anchor=reason_id(path)))
    may = allowed(desk.actor(), Action.FINALISE, kept.draft.relation())
    view = review_view(kept.filled, draft_id, kept.draft.draft.revision, may_finalise=may)
    view = with_odd_answers(view, kept.filled, draft_id, kept.standing)
    return render_template("pages/review.html", shell=_frame(kept.draft, kept.filled), view=view), 422


@views.post("/<draft_id>/finaliser")
def finalise(draft_id: str) -> BaseResponse | tuple[str, int]:
    """Freeze the answers, or say everything that prevents it."""
    typed = typed_reasons(request.form.to_dict())
    outcome = finalising.finalise(desk.desk(), desk.actor(), draft_id, request.form.get("_rev", ""), reasons=typed)
    if isinstance(outcome, finalising.Finalised):
        return redirect(url_for("documents.document", submission_id=outcome.submission_id))
    view = review_view(outcome.filled, draft_id, outcome.draft.draft.revision, may_finalise=True, refused=outcome.moved)
    view = with_invitations(view, outcome.filled, draft_id)
    view = with_odd_answers(view, outcome.filled, draft_id, outcome.standing, elsewhere=outcome.elsewhere)
    return render_template(
        "pages/review.html", shell=_frame(outcome.draft, outcome.filled), view=view
    ), 409 if outcome.moved else 422


def flashed() -> Notice | None:
    """What was just said to the person, if anything."""
    messages = [str(message) for message in get_flashed_messages()]
    return Notice(" ".join(messages)) if messages else None


def _frame(opened: drafts.OpenDraft, filled: FilledForm) -> Shell:
    crumbs = (*draft_crumbs(opened), Link("Vérifier mes réponses"))
    return shell(desk.actor(), *crumbs, section="projects", source_lines=source_lines(filled))


def home_crumb() -> Link:
    """The way back to one's projects."""
    return Link("Projets", address("home.index"))


def draft_crumbs(opened: drafts.OpenDraft) -> tuple[Link, Link, Link]:
    """The way back to a draft, through its project."""
    draft = opened.draft
    title = opened.form.title.render(opened.context.term, str)
    return (
        home_crumb(),
        Link(opened.head.project_title, address("projects.project", project_id=draft.project_id)),
        Link(title, address("drafts.tasks", draft_id=draft.id)),
    )
