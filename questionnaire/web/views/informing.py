"""The page of a person entered by somebody else: what is held of them, and what they ask; without account."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.personal import informing
from questionnaire.web import desk
from questionnaire.web.presenting.informing import notice_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens.informing import NoticeView

views = Blueprint("informing", __name__)


@views.route("/vos-donnees/<secret>", methods=["GET", "POST"])
def notice(secret: str) -> Response:
    """What is held; a post asks for something."""
    if request.method == "GET":
        return _page(notice_view(informing.look(desk.desk(), secret)))
    asked, text = request.form.get("demande", ""), request.form.get("texte", "")
    try:
        informing.ask(desk.desk(), secret, asked, text)
    except informing.BadRequest as refused:
        view = notice_view(informing.look(desk.desk(), secret), text, asked, str(refused))
        return _page(view, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for(".notice", secret=secret))


def _page(view: NoticeView, status: HTTPStatus = HTTPStatus.OK) -> Response:
    body = render_template("pages/notice.html", shell=shell(None), view=view)
    return Response(body, status, mimetype="text/html")
