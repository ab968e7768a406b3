"""The audit log: searched, exported."""

from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, render_template, request, stream_with_context

from questionnaire.access.deeds import DeedKind
from questionnaire.journeys import auditing
from questionnaire.storage.deeds import Sought
from questionnaire.web import desk
from questionnaire.web.days import NO_DATE, start_of_day
from questionnaire.web.presenting.audit import audit_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("audit", __name__, url_prefix="/administration/journal")

ASKED = ("q", "action", "du", "au")


@views.get("/")
def log() -> str:
    """What was done, by whom, the latest first."""
    actor = desk.actor()
    sought, error = _sought(request.args, ZoneInfo(actor.organisation.timezone))
    found = auditing.consult(desk.desk(), actor, sought)
    asked = {name: request.args.get(name, "") for name in ASKED}
    frame = shell(actor, Link("Journal d’audit"), section="audit")
    return render_template("pages/audit.html", shell=frame, view=audit_view(found, actor, asked, error))


@views.get("/export.csv")
def export() -> Response:
    """The same lines, all of them, for a spreadsheet."""
    actor = desk.actor()
    sought, _ = _sought(request.args, ZoneInfo(actor.organisation.timezone))
    lines = auditing.export(desk.desk(), actor, sought)
    response = Response(stream_with_context(lines), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename="journal-audit.csv")
    return response


def _sought(asked: Mapping[str, str], zone: ZoneInfo) -> tuple[Sought, str]:
    """What is asked for, and what is wrong with it; what cannot be read is left out."""
    since, until = start_of_day(asked.get("du", ""), zone), start_of_day(asked.get("au", ""), zone)
    unread = (asked.get("du") and since is None) or (asked.get("au") and until is None)
    kind, before = asked.get("action", ""), asked.get("avant", "")
    sought = Sought(
        words=asked.get("q", "").strip(),
        kinds=frozenset({DeedKind(kind)}) if kind in set(DeedKind) else frozenset(),
        since=since,
        until=until + timedelta(days=1) if until else None,
        before=int(before) if before.isdecimal() and len(before) < len(str(2**63)) else None,
    )
    return sought, NO_DATE if unread else ""
