"""Comments on questions: all those of a draft, and the thread of one question."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.teamwork import commenting
from questionnaire.web import desk
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.talk import talks_view, thread_view
from questionnaire.web.screens import Link, ThreadView
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("comments", __name__, url_prefix="/dossiers/<draft_id>/commentaires")


@views.get("/")
def talks(draft_id: str) -> str:
    """Every thread of a draft."""
    talk = commenting.all_talk(desk.desk(), desk.actor(), draft_id)
    view = talks_view(talk, desk.actor(), request.args.get("partie", ""))
    frame = shell(desk.actor(), *draft_crumbs(talk.draft), Link(view.title), section="projects")
    return render_template("pages/talks.html", shell=frame, view=view)


@views.route("/question", methods=["GET", "POST"])
def thread(draft_id: str) -> Response:
    """The thread of the question that the address names; a post adds to it, settles it, or takes a comment back."""
    path = request.args.get("question", "")
    if request.method == "GET":
        return _show(draft_id, path)
    text = request.form.get("_texte", "")
    verb, _, comment_id = request.form.get("_action", "say").partition(":")
    try:
        _act(draft_id, path, verb, text if verb == "say" else comment_id)
    except commenting.CannotComment as refused:
        return _show(draft_id, path, typed=text, error=str(refused))
    if wants_fragment():
        return _show(draft_id, path)
    return redirect(url_for(".thread", draft_id=draft_id, question=path))


def _act(draft_id: str, path: str, verb: str, said: str) -> None:
    here, actor = desk.desk(), desk.actor()
    match verb:
        case "settle" | "reopen":
            commenting.settle(here, actor, draft_id, path, settled=verb == "settle")
        case "remove":
            commenting.remove(here, actor, draft_id, path, said)
        case _:
            commenting.say(here, actor, draft_id, path, said)


def _show(draft_id: str, path: str, *, typed: str = "", error: str = "") -> Response:
    talk = commenting.talk(desk.desk(), desk.actor(), draft_id, path)
    view = thread_view(talk, desk.actor(), typed=typed, error=error)
    status = 422 if error else 200
    if wants_fragment():
        return make_response(render_template("fragments/thread.html", thread=view, alone=False), status)
    return make_response(render_template("pages/thread.html", shell=_frame(talk, view), view=view), status)


def _frame(talk: commenting.Talk, view: ThreadView) -> object:
    all_of = Link("Commentaires", url_for(".talks", draft_id=talk.draft.draft.id))
    return shell(desk.actor(), *draft_crumbs(talk.draft), all_of, Link(view.title), section="projects")
