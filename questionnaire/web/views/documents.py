"""A finalised document: being prepared, read, signed, downloaded."""

from dataclasses import replace

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.drafting import fetching
from questionnaire.journeys.papers import apart, documents, signing
from questionnaire.journeys.papers.documents import read_context
from questionnaire.storage.records import ActTrace
from questionnaire.web import desk
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.forms import SignForm
from questionnaire.web.presenting.documents import document_view, preparing_view, signed_view, signing_view
from questionnaire.web.presenting.files import file_links
from questionnaire.web.presenting.sections import source_lines
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, Shell
from questionnaire.web.views.drafts import home_crumb

views = Blueprint("documents", __name__, url_prefix="/documents/<submission_id>")


@views.get("/")
def document(submission_id: str) -> Response | str:
    """Where the document is: being prepared, waiting for this person, waiting for others, signed."""
    opened = documents.open_document(desk.desk(), desk.actor(), submission_id)
    here = url_for(".document", submission_id=submission_id)
    if not opened.drawn:
        return _preparing(opened, here)
    if wants_fragment():
        return _tell(opened, here)
    if opened.step_for(desk.actor().person.id):
        return redirect(url_for(".sign", submission_id=submission_id))
    documents.read_document(desk.desk(), desk.actor(), opened)
    frame = _frame(opened)
    if opened.signed_by(desk.actor().person.id) and not opened.progress.archived:
        return render_template("pages/signed.html", shell=frame, view=signed_view(opened, here))
    view = document_view(opened, apart.readable(desk.desk(), desk.actor(), opened))
    view = replace(view, annexes=_annexes(opened))
    return render_template("pages/document.html", shell=frame, view=view)


@views.route("/signer", methods=["GET", "POST"])
def sign(submission_id: str) -> Response | str:
    """Read, agree, write one's name, sign."""
    form = SignForm()
    if request.method == "POST":
        return _receive(submission_id, form)
    opened = documents.open_document(desk.desk(), desk.actor(), submission_id)
    if not opened.drawn or not opened.step_for(desk.actor().person.id):
        return redirect(url_for(".document", submission_id=submission_id))
    documents.read_document(desk.desk(), desk.actor(), opened)
    kept = apart.readable(desk.desk(), desk.actor(), opened)
    view = signing_view(opened, form.typed_name.data or "", frozenset(), (), kept)
    view = replace(view, annexes=_annexes(opened))
    return render_template("pages/sign.html", shell=_frame(opened), view=view)


@views.get("/fichier.pdf")
def download(submission_id: str) -> Response:
    """The PDF as it is now."""
    name, pdf = documents.current_pdf(desk.desk(), desk.actor(), desk.blobs(), submission_id)
    return pdf_response(name, pdf, inline="telecharger" not in request.args)


def pdf_response(name: str, pdf: bytes, *, inline: bool) -> Response:
    """A PDF to read in the browser, or to keep."""
    response = make_response(pdf)
    response.mimetype = "application/pdf"
    response.headers.set("Content-Disposition", "inline" if inline else "attachment", filename=name)
    return response


def _receive(submission_id: str, form: SignForm) -> Response:
    trace = ActTrace(request.remote_addr, request.user_agent.string[:500])
    outcome = signing.sign(
        desk.desk(),
        desk.actor(),
        submission_id,
        agreed=form.agreed,
        typed_name=form.typed_name.data or "",
        trace=trace,
    )
    if isinstance(outcome, signing.Signed):
        return redirect(url_for(".document", submission_id=submission_id))
    kept = apart.readable(desk.desk(), desk.actor(), outcome.document)
    view = signing_view(outcome.document, form.typed_name.data or "", form.agreed, outcome.problems, kept)
    view = replace(view, annexes=_annexes(outcome.document))
    return make_response(render_template("pages/sign.html", shell=_frame(outcome.document), view=view), 422)


def _annexes(opened: documents.OpenDocument) -> tuple[Link, ...]:
    """The files of a document that its reader may download."""
    refs = fetching.annexed(desk.desk(), desk.actor(), opened)
    return file_links(refs, lambda sha256: url_for("files.annex", submission_id=opened.submission.id, sha256=sha256))


def _tell(opened: documents.OpenDocument, here: str) -> Response:
    """Answer a page that waits: after the drawing, or after one's signature, for the seal."""
    if opened.submission.acts and not opened.progress.archived:
        return Response(status=204)
    return Response(status=200, headers={"HX-Redirect": here})


def _preparing(opened: documents.OpenDocument, here: str) -> str:
    view = preparing_view(opened, here)
    if wants_fragment():
        return render_template("fragments/preparing.html", view=view)
    return render_template("pages/preparing.html", shell=_frame(opened), view=view)


def _frame(opened: documents.OpenDocument) -> Shell:
    project = url_for("projects.project", project_id=opened.submission.project_id)
    title = opened.form.title.render(read_context(opened.submission.context).context.term, str)
    crumbs = (home_crumb(), Link(opened.submission.title, project), Link(f"{title}, {opened.submission.reference}"))
    return shell(desk.actor(), *crumbs, section="projects", source_lines=source_lines(opened.filled()))
