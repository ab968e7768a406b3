"""The archive: its register, one document, its file."""

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.content.filing import words_of
from questionnaire.journeys.papers import archiving
from questionnaire.journeys.papers.searching import ARCHIVED, EVERY, search_register
from questionnaire.lifecycle import State
from questionnaire.storage.register_search import Sought
from questionnaire.web import desk
from questionnaire.web.days import NO_DATE, start_of_day
from questionnaire.web.presenting.archive import archived_view
from questionnaire.web.presenting.register import COLUMN, register_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.documents import pdf_response

views = Blueprint("archive", __name__, url_prefix="/archives")

MOST_WORDS = 12
"""Words of a search that count."""


@views.get("/")
def register() -> str:
    """The finished documents, narrowed as asked, the latest first."""
    actor = desk.actor()
    sought, error = _sought(request.args, ZoneInfo(actor.organisation.timezone))
    search = search_register(desk.desk(), actor, sought)
    view = register_view(search, actor, request.args, error)
    return render_template("pages/register.html", shell=shell(actor, section="archive"), view=view)


def _sought(asked: Mapping[str, str], zone: ZoneInfo) -> tuple[Sought, str]:
    """What is asked for, and what is wrong with it; what cannot be read is left out."""
    since, until = start_of_day(asked.get("du", ""), zone), start_of_day(asked.get("au", ""), zone)
    unread = (asked.get("du") and since is None) or (asked.get("au") and until is None)
    state = asked.get("etat", ARCHIVED)
    sought = Sought(
        words=tuple(words_of(asked.get("q", ""))[:MOST_WORDS]),
        form=asked.get("formulaire", ""),
        state=state if state in set(State) else "",
        archived=state not in {EVERY, *State},
        place=asked.get("lieu", ""),
        since=since,
        until=until + timedelta(days=1) if until else None,
        columns={name.removeprefix(COLUMN): key for name, key in asked.items() if name.startswith(COLUMN) and key},
        alerts=asked.get("alertes") == "oui",
        after=_after(asked.get("apres", "")),
    )
    return sought, NO_DATE if unread else ""


def _after(text: str) -> tuple[datetime, str] | None:
    """The last line of the page before, as this page wrote it."""
    at, _, submission_id = text.rpartition(" ")
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment, submission_id) if moment.tzinfo is not None and MINYEAR < moment.year < MAXYEAR else None


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
