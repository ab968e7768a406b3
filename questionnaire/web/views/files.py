"""Joined files: given to those who may read them, taken away after a question, put back."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.access import Action
from questionnaire.journeys.drafting import drafts, fetching, joining
from questionnaire.journeys.drafting.fetching import Fetched
from questionnaire.web import desk
from questionnaire.web.presenting.adding_files import adding_view
from questionnaire.web.presenting.questions import dom_id
from questionnaire.web.presenting.removal import file_removal_view
from questionnaire.web.presenting.review import open_item
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.uploads import brought_for
from questionnaire.web.views.drafts import draft_crumbs

views = Blueprint("files", __name__)

NONE_CHOSEN = "Choisissez un fichier."
_SECTION = "/dossiers/<draft_id>/parties/<name>/fichiers"


@views.get("/dossiers/<draft_id>/fichiers/<sha256>")
def download(draft_id: str, sha256: str) -> Response:
    """A file of a draft."""
    return _given(fetching.of_draft(desk.desk(), desk.actor(), desk.blobs(), draft_id, sha256))


@views.get("/documents/<submission_id>/pieces/<sha256>")
def annex(submission_id: str, sha256: str) -> Response:
    """A file of a finalised document."""
    return _given(fetching.of_document(desk.desk(), desk.actor(), desk.blobs(), submission_id, sha256))


@views.get("/archives/<document_id>/pieces/<sha256>")
def archived(document_id: str, sha256: str) -> Response:
    """A file of an archived document."""
    return _given(fetching.of_archive(desk.desk(), desk.actor(), desk.blobs(), document_id, sha256))


def _given(fetched: Fetched) -> Response:
    """To keep, never to open here: whatever it holds runs neither under our address nor as another type."""
    ref, data = fetched
    response = make_response(data)
    response.headers["Content-Type"] = ref.media_type
    response.headers.set("Content-Disposition", "attachment", filename=ref.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@views.route(f"{_SECTION}/ajouter", methods=["GET", "POST"])
def adding(draft_id: str, name: str) -> Response | str:
    """A page for files alone: one that is too large takes nothing of what was typed with it."""
    path = request.args.get("question", "")
    if request.method == "GET":
        return _adding_page(joining.open_field(desk.desk(), desk.actor(), draft_id, path), name, path)
    brought = brought_for("fichier")
    joined = joining.join(desk.desk(), desk.actor(), desk.blobs(), draft_id, path, brought)
    if brought and not joined.refusals:
        return redirect(section_url(draft_id, name, path))
    return make_response(_adding_page(joined.draft, name, path, " ".join(joined.refusals) or NONE_CHOSEN), 422)


def _adding_page(opened: drafts.OpenDraft, name: str, path: str, refusal: str = "") -> str:
    here = url_for(".adding", draft_id=opened.draft.id, name=name, question=path)
    view = adding_view(opened.fill(), path, here, section_url(opened.draft.id, name, path), refusal)
    frame = shell(desk.actor(), *draft_crumbs(opened), Link(view.title), section="projects")
    return render_template("pages/add_file.html", shell=frame, view=view)


@views.route(f"{_SECTION}/retirer", methods=["GET", "POST"])
def removal(draft_id: str, name: str) -> Response | str:
    """Ask before a file goes; then take it away."""
    path, sha256 = request.values.get("question", ""), request.values.get("fichier", "")
    if request.method == "POST":
        joining.take_away(desk.desk(), desk.actor(), draft_id, path, sha256)
        return redirect(section_url(draft_id, name, path, sha256))
    opened = drafts.open_draft(desk.desk(), desk.actor(), draft_id, Action.READ_DRAFT)
    filled = opened.fill()
    ref = joining.named(joining.refs_in(filled, path), sha256)
    back = section_url(draft_id, name, path)
    view = file_removal_view(filled, path, ref, url_for(".removal", draft_id=draft_id, name=name), back)
    frame = shell(desk.actor(), *draft_crumbs(opened), Link(view.title), section="projects")
    return render_template("pages/confirm_removal.html", shell=frame, view=view)


@views.post(f"{_SECTION}/retablir")
def restore(draft_id: str, name: str) -> Response:
    """Put back a file just taken away."""
    path = request.form.get("question", "")
    joining.put_back(desk.desk(), desk.actor(), draft_id, path, request.form.get("fichier", ""))
    return redirect(section_url(draft_id, name, path))


def section_url(draft_id: str, name: str, path: str, removed: str | None = None) -> str:
    """The page of a section at a question; ``removed`` is the SHA-256 of the file just taken away."""
    return url_for(
        "sections.section",
        draft_id=draft_id,
        name=name,
        ouvert=open_item(path),
        question=path if removed else None,
        fichier=removed,
        _anchor="contenu" if removed else dom_id(path),
    )
