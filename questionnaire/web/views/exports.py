"""Answers of archived documents, handed over as tables."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, abort, render_template, request, url_for

from questionnaire.content.extracting import Manner, Precision
from questionnaire.exchange.packing import Format, Package
from questionnaire.journeys.papers import exporting
from questionnaire.journeys.papers.exporting import Asked, CannotExport
from questionnaire.storage.extracts import Sought
from questionnaire.web import desk
from questionnaire.web.presenting import exports as words
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, PlainFormView

views = Blueprint("exports", __name__, url_prefix="/archives/export")


@views.route("/", methods=["GET", "POST"])
def answers() -> Response | str | tuple[str, int]:
    """Ask for an extract, and take it."""
    offered = exporting.offered(desk.desk(), desk.actor())
    if not offered and request.method == "POST":
        abort(403)
    if request.method == "GET":
        return _page(words.export_view(offered, {}, {}))
    zone = ZoneInfo(desk.actor().organisation.timezone)
    faults = {name: words.NO_DAY for name in ("du", "au") if request.form.get(name) and not _day(request.form[name])}
    if faults:
        return _page(words.export_view(offered, request.form, faults)), 422
    try:
        package = exporting.export(desk.desk(), desk.actor(), desk.vault(), _asked(request.form, zone))
    except CannotExport as refused:
        return _page(words.export_view(offered, request.form, {words.AT_FAULT: str(refused)})), 422
    return handed(package)


def _asked(typed: Mapping[str, str], zone: ZoneInfo) -> Asked:
    since, until = _day(typed.get("du", "")), _day(typed.get("au", ""))
    return Asked(
        Sought(
            typed.get("formulaire", ""),
            datetime.combine(since, time.min, zone) if since else None,
            datetime.combine(until + timedelta(days=1), time.min, zone) if until else None,
        ),
        Manner(
            named=typed.get("contenu") == words.NAMED,
            texts="textes" in typed,
            labels=typed.get("reponses") == words.LABELS,
            days=Precision(typed["jours"]) if typed.get("jours") in set(Precision) else Precision.MONTH,
        ),
        typed.get("finalite", ""),
        Format(typed["format"]) if typed.get("format") in set(Format) else Format.XLSX,
    )


def _day(text: str) -> date | None:
    """A day of this era, as written in French or by a browser's field."""
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            day = datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
        return day if words.FIRST_YEAR <= day.year <= words.LAST_YEAR else None
    return None


def _page(view: PlainFormView) -> str:
    crumbs = (Link("Archives", url_for("archive.register")), Link(view.title))
    return render_template("pages/plain_form.html", shell=shell(desk.actor(), *crumbs, section="archive"), view=view)


def handed(package: Package) -> Response:
    """A file that the browser keeps."""
    response = Response(package.content, mimetype=package.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=package.name)
    return response
