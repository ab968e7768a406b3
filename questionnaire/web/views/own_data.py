"""One's own data: what is kept, and the copies to take away."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.personal import own_copies
from questionnaire.journeys.personal import own_data as journey
from questionnaire.web import desk
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.presenting.account import TITLE as ACCOUNT
from questionnaire.web.presenting.own_data import TITLE, own_data_view, preparing_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link
from questionnaire.web.views.documents import pdf_response

views = Blueprint("own_data", __name__, url_prefix="/compte/donnees")

FILE_NAME = "mes-donnees.json"


@views.get("/")
def page() -> str:
    """What is kept of the reader."""
    here, actor = desk.desk(), desk.actor()
    view = own_data_view(journey.mine(here, actor, desk.keeping()), own_copies.asked(here, actor), actor)
    frame = shell(actor, *_crumbs()[:1], Link(view.title))
    return render_template("pages/own_data.html", shell=frame, view=view)


@views.get("/fichier.json")
def file() -> Response:
    """The same, whole, for a machine."""
    return json_response(journey.take_mine(desk.desk(), desk.actor()))


def json_response(text: str) -> Response:
    """A file to keep."""
    response = Response(text, mimetype="application/json")
    response.headers.set("Content-Disposition", "attachment", filename=FILE_NAME)
    return response


@views.post("/pdf")
def ask() -> Response:
    """Ask for the paper."""
    own_copies.ask(desk.desk(), desk.actor())
    return redirect(url_for(".paper"))


@views.get("/pdf")
def paper() -> Response | str:
    """The page that waits for the paper, then leads to it."""
    copy = own_copies.asked(desk.desk(), desk.actor())
    if copy is None or copy.sha256 is not None:
        url = url_for(".download" if copy else ".page")
        return Response(status=200, headers={"HX-Redirect": url}) if wants_fragment() else redirect(url)
    view = preparing_view()
    if wants_fragment():
        return render_template("fragments/preparing.html", view=view)
    frame = shell(desk.actor(), *_crumbs(), Link(view.title))
    return render_template("pages/preparing.html", shell=frame, view=view)


@views.get("/mes-donnees.pdf")
def download() -> Response:
    """The paper, or the page that waits for it."""
    found = own_copies.download(desk.desk(), desk.actor(), desk.blobs())
    return pdf_response(*found, inline=True) if found else redirect(url_for(".paper"))


def _crumbs() -> tuple[Link, Link]:
    return Link(ACCOUNT, url_for("account.account")), Link(TITLE, url_for(".page"))
