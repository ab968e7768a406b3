"""The archive: its register, one document, its file."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.papers import archiving
from questionnaire.web import desk
from questionnaire.web.presenting.archive import archive_view, archived_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.documents import pdf_response

views = Blueprint("archive", __name__, url_prefix="/archives")


@views.get("/")
def register() -> str:
    """The documents archived, the latest first."""
    page = max(1, request.args.get("page", 1, type=int))
    documents = archiving.register(desk.desk(), desk.actor(), page)
    view = archive_view(documents, page, desk.actor())
    return render_template("pages/archive.html", shell=shell(desk.actor(), section="archive"), view=view)


@views.get("/<document_id>")
def document(document_id: str) -> str:
    """One document, checked against the hash under which it was archived."""
    opened = archiving.open_archived(desk.desk(), desk.actor(), desk.blobs(), document_id)
    crumbs = (Link("Archives", url_for(".register")), Link(opened.document.reference))
    frame = shell(desk.actor(), *crumbs, section="archive")
    return render_template("pages/document.html", shell=frame, view=archived_view(opened, desk.clock(), desk.actor()))


@views.get("/<document_id>/fichier.pdf")
def download(document_id: str) -> Response:
    """The archived file, exactly as it was sealed."""
    name, pdf = archiving.archived_pdf(desk.desk(), desk.actor(), desk.blobs(), document_id)
    return pdf_response(name, pdf, inline="telecharger" not in request.args)
