"""The workshop of forms: begin, write with a check as one types, publish, withdraw."""

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.filling import Context, parse_revision
from questionnaire.journeys.authoring import bringing, publishing, writing
from questionnaire.journeys.desk import context_of
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.web import desk
from questionnaire.web.presenting import authoring as words
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, Notice, PlainFormView, Shell
from questionnaire.web.screens.authoring import CheckView, EditorView

views = Blueprint("authoring", __name__, url_prefix="/atelier")

Answer = Response | str


@views.get("/")
def index() -> str:
    """What is being written, and what is published."""
    here, actor = desk.desk(), desk.actor()
    notice = next((words.NOTICES[name] for name in request.args if name in words.NOTICES), None)
    view = words.workshop_view(actor, writing.listing(here, actor), publishing.published(here, actor), notice)
    return render_template("pages/workshop.html", shell=shell(actor, section="authoring"), view=view)


@views.route("/nouveau", methods=["GET", "POST"])
def begin() -> Answer:
    """Begin from a small form."""
    if request.method == "GET":
        writing.listing(desk.desk(), desk.actor())
        return _plain(words.begin_view())
    name = request.form.get("nom", "").strip()
    try:
        manuscript_id = writing.begin(desk.desk(), desk.actor(), name)
    except writing.CannotWrite as refused:
        return _plain(words.begin_view(name, str(refused)), HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for(".edit", manuscript_id=manuscript_id))


@views.route("/apporter", methods=["GET", "POST"])
def bring() -> Answer:
    """Begin from a file: a form of our language, or a workbook."""
    if request.method == "GET":
        writing.listing(desk.desk(), desk.actor())
        return _plain(words.bring_view())
    request.max_content_length = bringing.LARGEST
    file = request.files.get("fichier")
    try:
        name, content = (file.filename or "", file.read()) if file else ("", b"")
        brought = bringing.bring(desk.desk(), desk.actor(), name, content)
    except writing.CannotWrite as refused:
        return _plain(words.bring_view(str(refused)), HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for(".edit", manuscript_id=brought))


@views.post("/publies/<publication_id>/suite")
def restart(publication_id: str) -> Response:
    """Write the next version of what is published."""
    source = publishing.source_of(desk.desk(), desk.actor(), publication_id)
    return redirect(url_for(".edit", manuscript_id=writing.keep(desk.desk(), desk.actor(), source)))


@views.route("/<manuscript_id>/", methods=["GET", "POST"])
def edit(manuscript_id: str) -> Answer:
    """The text, its faults or its look; a post keeps it, sound or not."""
    if request.method == "GET":
        return _editor(writing.open_one(desk.desk(), desk.actor(), manuscript_id))
    typed, known = request.form.get("texte", ""), _revision()
    try:
        outcome = writing.save(desk.desk(), desk.actor(), manuscript_id, known, typed)
    except writing.CannotWrite as refused:
        view = _view(writing.open_one(desk.desk(), desk.actor(), manuscript_id))
        return _drawn(replace(view, source=typed, error=str(refused)), HTTPStatus.UNPROCESSABLE_ENTITY)
    if isinstance(outcome, writing.Moved):
        view = _view(replace(outcome.manuscript, source=typed), words.MOVED)
        return _drawn(replace(view, theirs=outcome.manuscript.source), HTTPStatus.CONFLICT)
    return _editor(outcome.manuscript, words.KEPT)


@views.post("/<manuscript_id>/controle")
def check(manuscript_id: str) -> str:
    """What is typed, checked and shown as those who answer will see it; nothing is kept."""
    known = writing.open_one(desk.desk(), desk.actor(), manuscript_id)
    return render_template("fragments/form_check.html", check=_checked(request.form.get("texte", known.source)))


@views.route("/<manuscript_id>/publier", methods=["GET", "POST"])
def publish(manuscript_id: str) -> Answer:
    """What publishing does; a post does it."""
    if request.method == "POST":
        publishing.publish(desk.desk(), desk.actor(), manuscript_id, _revision())
        return redirect(url_for(".index", publie="oui"))
    view = words.publish_view(publishing.plan(desk.desk(), desk.actor(), manuscript_id))
    return render_template("pages/publish.html", shell=_frame(view.title), view=view)


@views.route("/<manuscript_id>/supprimer", methods=["GET", "POST"])
def discard(manuscript_id: str) -> Answer:
    """Ask, then forget a text that is being written."""
    if request.method == "POST":
        writing.discard(desk.desk(), desk.actor(), manuscript_id)
        return redirect(url_for(".index", supprime="oui"))
    view = words.discard_view(writing.open_one(desk.desk(), desk.actor(), manuscript_id))
    return render_template("pages/confirm_removal.html", shell=_frame(view.title), view=view)


@views.route("/publies/<publication_id>/retirer", methods=["GET", "POST"])
def withdraw(publication_id: str) -> Answer:
    """Ask, then offer a version no more."""
    if request.method == "POST":
        publishing.withdraw(desk.desk(), desk.actor(), publication_id)
        return redirect(url_for(".index", retire="oui"))
    view = words.withdraw_view(publishing.shown(desk.desk(), desk.actor(), publication_id))
    return render_template("pages/confirm_removal.html", shell=_frame(view.title), view=view)


def _editor(manuscript: Manuscript, notice: Notice | None = None) -> Response:
    return _drawn(_view(manuscript, notice))


def _view(manuscript: Manuscript, notice: Notice | None = None) -> EditorView:
    return words.editor_view(manuscript, _checked(manuscript.source), notice)


def _checked(source: str) -> CheckView:
    return words.check_view(writing.check(source), _context(), request.form.get("partie", ""))


def _context() -> Context:
    return context_of(desk.actor().organisation, desk.clock())


def _revision() -> int:
    """The revision that the page was drawn from; raises BadRevision."""
    return parse_revision(request.form.get("revision", "")).number


def _drawn(view: EditorView, status: HTTPStatus = HTTPStatus.OK) -> Response:
    page = render_template("pages/editor.html", shell=_frame(view.title), view=view)
    return Response(page, status, mimetype="text/html")


def _plain(view: PlainFormView, status: HTTPStatus = HTTPStatus.OK) -> Response:
    page = render_template("pages/plain_form.html", shell=_frame(view.title), view=view)
    return Response(page, status, mimetype="text/html")


def _frame(title: str) -> Shell:
    return shell(desk.actor(), Link(words.TITLE, url_for(".index")), Link(title), section="authoring")
