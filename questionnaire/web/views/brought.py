"""Answers brought to a draft in a file: chosen, looked at, saved."""

import json
from contextlib import closing
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.access import Action
from questionnaire.journeys.drafting import answers_brought
from questionnaire.journeys.drafting.answers_read import LARGEST, UnreadableFile
from questionnaire.journeys.drafting.drafts import OpenDraft, open_draft
from questionnaire.web import desk
from questionnaire.web.presenting.brought import CONTENT, choose_view, kept_words, preview_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, Shell
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("brought", __name__, url_prefix="/dossiers/<draft_id>/remplir")

LOST = "Cette page ne sert plus\u00a0: choisissez de nouveau le fichier. Rien n’a été changé."
_ROOM = 4 * LARGEST
"""Bytes of a post: the answers of a file go with the page that shows them."""


@views.get("")
def choose(draft_id: str) -> str:
    """Which file."""
    opened = open_draft(desk.desk(), desk.actor(), draft_id, Action.READ_DRAFT)
    return render_template("pages/plain_form.html", shell=_frame(opened), view=choose_view(draft_id))


@views.post("")
def preview(draft_id: str) -> Response:
    """What the file would change; nothing is kept yet."""
    request.max_content_length = _ROOM
    file = request.files.get("fichier")
    name, content = "", b""
    if file is not None:
        with closing(file.stream) as stream:
            name, content = file.filename or "", stream.read()
    try:
        found = answers_brought.preview(desk.desk(), desk.actor(), draft_id, name, content)
    except UnreadableFile as error:
        opened = open_draft(desk.desk(), desk.actor(), draft_id, Action.READ_DRAFT)
        view = choose_view(draft_id, str(error))
        return Response(
            render_template("pages/plain_form.html", shell=_frame(opened), view=view), HTTPStatus.UNPROCESSABLE_ENTITY
        )
    carried = json.dumps({"revision": str(found.opened.draft.revision), "typed": dict(found.typed)})
    shown = preview_view(found, draft_id, desk.vault().seal(carried, "brought", draft_id))
    return Response(render_template("pages/brought.html", shell=_frame(found.opened), view=shown))


@views.post("/garder")
def keep(draft_id: str) -> Response:
    """Save what was shown."""
    request.max_content_length = _ROOM
    open_draft(desk.desk(), desk.actor(), draft_id, Action.READ_DRAFT)
    text = desk.vault().open(request.form.get(CONTENT, ""), "brought", draft_id)
    if text is None:
        flash(LOST)
        return redirect(url_for("drafts.tasks", draft_id=draft_id))
    carried = json.loads(text)
    kept = answers_brought.keep(desk.desk(), desk.actor(), draft_id, carried["revision"], carried["typed"])
    flash(kept_words(kept))
    return redirect(url_for("drafts.tasks", draft_id=draft_id))


def _frame(opened: OpenDraft) -> Shell:
    first, project, here = draft_crumbs(opened)
    return shell(desk.actor(), first, project, here, Link("Remplir à partir d’un fichier"), section="projects")
